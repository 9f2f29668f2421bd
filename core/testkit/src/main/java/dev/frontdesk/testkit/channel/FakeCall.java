package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP call for {@link Endpoints#call}: {@code FakeCall.post("in").header("X-Secret", "…").body("{…}")}. Each method that
 * adds something answers a new call; instances never change.
 */
public final class FakeCall implements HttpCall {

    private record Header(String name, String value) {}

    private final String method;
    private final String path;
    private final String rest;
    private final Map<String, String> query;
    private final List<Header> headers;
    private final byte[] body;
    private final String remote;

    private FakeCall(
            String method,
            String path,
            String rest,
            Map<String, String> query,
            List<Header> headers,
            byte[] body,
            String remote) {
        this.method = method;
        this.path = path;
        this.rest = rest;
        this.query = Map.copyOf(query);
        this.headers = List.copyOf(headers);
        this.body = body;
        this.remote = remote;
    }

    /** A GET of a path below the channel. */
    public static FakeCall get(String path) {
        return of("GET", path);
    }

    /** A POST to a path below the channel. */
    public static FakeCall post(String path) {
        return of("POST", path);
    }

    /** A call with any method. */
    public static FakeCall of(String method, String path) {
        return new FakeCall(method, path, "", Map.of(), List.of(), new byte[0], "203.0.113.7");
    }

    /** With a query parameter. */
    public FakeCall query(String name, String value) {
        var all = new HashMap<>(query);
        all.put(name, value);
        return new FakeCall(method, path, rest, all, headers, body, remote);
    }

    /** With one more header; the same name again makes it come twice. */
    public FakeCall header(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new FakeCall(method, path, rest, query, all, body, remote);
    }

    /** With a body. */
    public FakeCall body(byte[] bytes) {
        return new FakeCall(method, path, rest, query, headers, bytes.clone(), remote);
    }

    /** With a body of text in UTF-8. */
    public FakeCall body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** From another address than {@code 203.0.113.7}. */
    public FakeCall from(String address) {
        return new FakeCall(method, path, rest, query, headers, body, address);
    }

    FakeCall at(String remainder) {
        return new FakeCall(method, path, remainder, query, headers, body, remote);
    }

    /** The whole path below the channel. */
    public String path() {
        return path;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String rest() {
        return rest;
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    @Override
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    @Override
    public int headerCount(String name) {
        return (int) headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .count();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String remoteAddress() {
        return remote;
    }
}
