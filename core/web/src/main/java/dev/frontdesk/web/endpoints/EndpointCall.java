package dev.frontdesk.web.endpoints;

import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.web.http.Exchange;
import java.util.Optional;

/** An exchange as an endpoint's author sees it. */
record EndpointCall(Exchange exchange, String method, String rest, byte[] body) implements HttpCall {

    @Override
    public Optional<String> query(String name) {
        return exchange.query(name);
    }

    @Override
    public Optional<String> header(String name) {
        return exchange.header(name);
    }

    @Override
    public int headerCount(String name) {
        return exchange.headers(name).size();
    }

    @Override
    public String remoteAddress() {
        return exchange.peer();
    }
}
