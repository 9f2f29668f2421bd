package dev.frontdesk.api;

/** A human agent, by the name they sign in with. */
public record AgentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
