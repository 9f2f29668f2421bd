package dev.frontdesk.web.http;

/** Answers one exchange; runs on its virtual thread. */
public interface Handler {
    void handle(Exchange exchange) throws Exception;
}
