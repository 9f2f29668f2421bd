package dev.frontdesk.api.channel;

import java.nio.charset.StandardCharsets;

/** The exact bytes something was read from; kept 30 days beside it. Do not change the array after handing it over. */
public record Raw(byte[] bytes) {

    /** The bytes of a text in UTF-8. */
    public static Raw of(String text) {
        return new Raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Only the size, for the bytes may hold anything. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
