package dev.frontdesk.app.config.file;

import dev.frontdesk.api.Setting;
import dev.frontdesk.app.http.Allowed;
import java.util.List;

/** The block {@code http-client}. */
public record HttpClient(
        @Setting(
                doc =
                        "Addresses inside your own network that may be called: an address, a range like 10.0.0.0/8, or a host name."
                                + " Without an entry only public addresses are.")
        List<String> allow) {

    public HttpClient {
        Allowed.of(allow);
    }
}
