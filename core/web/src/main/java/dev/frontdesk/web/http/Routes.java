package dev.frontdesk.web.http;

import java.util.List;

/** A class that serves routes of one idea. */
public interface Routes {
    List<Route> routes();
}
