package dev.frontdesk.web.http;

/**
 * One line of the route table.
 *
 * @param method in upper case, or {@link #ANY}
 * @param path segments are literal or {@code {name}}; a last segment {@code *} takes any number of segments
 */
public record Route(String method, String path, Handler handler) {
    public static final String ANY = "*";

    /** How the policy names it. */
    public String key() {
        return method + " " + path;
    }

    /** True when it cannot change anything. */
    public boolean reads() {
        return method.equals("GET");
    }
}
