package dev.frontdesk.channel.email.mime;

/**
 * Somebody's address.
 *
 * @param name what they call themselves, decoded; may be empty, may hold anything but control characters
 * @param address {@code local@domain}, the domain in lower case; never with space, control character or angle bracket
 */
public record Mailbox(String name, String address) {

    /** What stands before the last {@code @}. */
    public String local() {
        return address.substring(0, address.lastIndexOf('@'));
    }

    /** What stands behind the last {@code @}. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
