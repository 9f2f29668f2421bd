package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.HttpReply;

/** What a {@link FakeProvider} heard from the channel about something it handed over. */
public enum Answer {
    /** Received: the provider forgets it. */
    ACKNOWLEDGED,
    /** Not heard yet, because the channel fetches on its own; see {@link FakeProvider#acknowledged}. */
    PENDING,
    /** Wrong signature or credential (401, 403). */
    UNAUTHORIZED,
    /** Not acceptable as it is (any other 4xx); the provider would not send it again. */
    INVALID,
    /** Not now (429, 503): the provider sends it again. */
    RETRY,
    /** The channel broke (500). */
    BROKEN;

    /** What the answer of an endpoint means to a provider. */
    public static Answer of(HttpReply reply) {
        var status = Endpoints.status(reply);
        return switch (status) {
            case 401, 403 -> UNAUTHORIZED;
            case 429, 503 -> RETRY;
            default -> status < 300 ? ACKNOWLEDGED : status < 500 ? INVALID : BROKEN;
        };
    }
}
