package dev.frontdesk.channel.email;

/** How much of a mail is fetched. What is too big is never fetched whole: its headers and its beginning tell what it is. */
final class Size {
    static final int MOST = 25 << 20;
    static final int EXCERPT = (256 << 10) + (64 << 10);

    private Size() {}

    static boolean tooBig(long size) {
        return size > MOST;
    }
}
