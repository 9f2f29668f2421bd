package dev.frontdesk.web.auth;

import dev.frontdesk.web.http.Route;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The policy: who may use which route. A route that is not named here answers nobody. Agents may see every
 * conversation; teams do not wall anything off yet.
 */
public final class Access {

    /** Who may pass. */
    public enum Rule {
        /** Anybody. */
        OPEN,
        /** Providers and browsers, who show who they are to the endpoint itself. */
        ENDPOINT,
        /** Anybody on a page of this site: before there is a session to protect. */
        FRONT_DOOR,
        /** A signed-in agent; with the token of the session and from a page of this site when it changes something. */
        AGENT,
        /** A peer on this machine, or the bearer of the metrics token. */
        OPERATOR,
        /** A peer on this machine that carries the token of this process. */
        HOST
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("GET /", Rule.OPEN),
            Map.entry("GET /login", Rule.OPEN),
            Map.entry("GET /welcome", Rule.OPEN),
            Map.entry("GET /inbox", Rule.OPEN),
            Map.entry("GET /inbox/*", Rule.OPEN),
            Map.entry("GET /assets/{name}", Rule.OPEN),
            Map.entry("POST /api/login", Rule.FRONT_DOOR),
            Map.entry("POST /api/welcome", Rule.FRONT_DOOR),
            Map.entry("POST /api/logout", Rule.AGENT),
            Map.entry("GET /api/me", Rule.AGENT),
            Map.entry("PATCH /api/me", Rule.AGENT),
            Map.entry("PUT /api/me/availability", Rule.AGENT),
            Map.entry("POST /api/me/heartbeat", Rule.AGENT),
            Map.entry("GET /api/bootstrap", Rule.AGENT),
            Map.entry("GET /api/conversations", Rule.AGENT),
            Map.entry("GET /api/conversations/{id}", Rule.AGENT),
            Map.entry("GET /api/conversations/{id}/messages", Rule.AGENT),
            Map.entry("GET /api/conversations/{id}/decision", Rule.AGENT),
            Map.entry("POST /api/conversations/{id}/reply", Rule.AGENT),
            Map.entry("POST /api/conversations/{id}/note", Rule.AGENT),
            Map.entry("POST /api/conversations/{id}/form", Rule.AGENT),
            Map.entry("GET /api/channels/{id}/forms", Rule.AGENT),
            Map.entry("POST /api/conversations/{id}/assign", Rule.AGENT),
            Map.entry("POST /api/conversations/{id}/unassign", Rule.AGENT),
            Map.entry("POST /api/conversations/{id}/close", Rule.AGENT),
            Map.entry("GET /api/contacts", Rule.AGENT),
            Map.entry("POST /api/contacts/{id}/merge", Rule.AGENT),
            Map.entry("POST /api/contacts/{id}/unmerge", Rule.AGENT),
            Map.entry("POST /api/contacts/{id}/conversations", Rule.AGENT),
            Map.entry("POST /api/conversations/{id}/file", Rule.AGENT),
            Map.entry("GET /api/attachments/{id}", Rule.AGENT),
            Map.entry("GET /api/messages/{id}/letter", Rule.AGENT),
            Map.entry("POST /api/conversations/{id}/participant", Rule.AGENT),
            Map.entry("POST /api/uploads", Rule.AGENT),
            Map.entry("GET /api/events", Rule.AGENT),
            Map.entry("* /channels/{id}/*", Rule.ENDPOINT),
            Map.entry("* /plugins/{id}/*", Rule.ENDPOINT),
            Map.entry("* /admin/*", Rule.HOST),
            Map.entry("GET /health/live", Rule.OPEN),
            Map.entry("GET /health", Rule.OPERATOR),
            Map.entry("GET /metrics", Rule.OPERATOR));

    /** The routes that have a rule. */
    public static Set<String> known() {
        return RULES.keySet();
    }

    public Optional<Rule> rule(Route route) {
        return Optional.ofNullable(RULES.get(route.key()));
    }
}
