package dev.frontdesk.api.channel;

import java.util.Set;

/** An endpoint made of its parts. */
record HandledEndpoint(String path, Set<String> methods, int maxBody, Handler handler) implements HttpEndpoint {

    HandledEndpoint {
        methods = Set.copyOf(methods);
    }

    @Override
    public HttpReply handle(HttpCall call) throws Exception {
        return handler.handle(call);
    }
}
