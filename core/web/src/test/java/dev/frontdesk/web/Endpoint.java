package dev.frontdesk.web;

import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import java.util.Set;

/** An endpoint made of its parts. */
record Endpoint(String path, Set<String> methods, int maxBody, Body of) implements HttpEndpoint {

    interface Body {
        HttpReply answer(HttpCall call) throws Exception;
    }

    @Override
    public HttpReply handle(HttpCall call) throws Exception {
        return of.answer(call);
    }

    static Endpoint post(String path, Body body) {
        return new Endpoint(path, Set.of("POST"), 1024, body);
    }

    static Endpoint get(String path, Body body) {
        return new Endpoint(path, Set.of("GET"), 0, body);
    }
}
