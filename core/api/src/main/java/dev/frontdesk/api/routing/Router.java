package dev.frontdesk.api.routing;

import dev.frontdesk.api.Facts;
import java.util.Optional;

/** Chooses the team a conversation goes to. Pure; called from several threads at once. */
public interface Router {

    /** Where to, or empty when it has no opinion. */
    Optional<Route> route(Facts facts);
}
