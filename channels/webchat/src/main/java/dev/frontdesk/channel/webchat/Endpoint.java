package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import java.util.Set;

/** An endpoint as one line. */
record Endpoint(String path, Set<String> methods, int maxBody, Answer answer) implements HttpEndpoint {

    static Endpoint get(String path, Answer answer) {
        return new Endpoint(path, Set.of("GET"), 0, answer);
    }

    @Override
    public HttpReply handle(HttpCall call) throws Exception {
        return answer.to(call);
    }

    /** What it answers. */
    interface Answer {
        HttpReply to(HttpCall call) throws Exception;
    }
}
