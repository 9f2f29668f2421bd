package dev.frontdesk.app.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/** One JSON object per line, without secrets; JSON itself keeps line breaks out. */
public final class SafeJson extends JsonEncoder {
    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new String(super.encode(event), StandardCharsets.UTF_8);
        return Secrets.mask(line).getBytes(StandardCharsets.UTF_8);
    }
}
