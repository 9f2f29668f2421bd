package dev.frontdesk.web;

/** What programs on this machine must carry to use {@code /admin/}; made anew at each start. Empty: nobody may. */
public record AdminToken(String value) {
    @Override
    public String toString() {
        return "AdminToken[***]";
    }
}
