package dev.frontdesk.web.http;

/** Decides whether a request may pass, before its handler runs. */
public interface Gate {
    /** Throws a {@link Refusal} unless the route's rule lets the exchange pass; signs the caller in on the exchange. */
    void admit(Route route, Exchange exchange);
}
