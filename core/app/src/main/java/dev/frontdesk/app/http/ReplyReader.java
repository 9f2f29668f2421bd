package dev.frontdesk.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one answer of HTTP/1.1. Where its length can be read in two ways, it is an error. */
final class ReplyReader {
    private static final int MOST_HEAD = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})( .*)?");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK = Pattern.compile("[0-9a-fA-F]{1,15}");

    private final Connection connection;
    private int head = MOST_HEAD;

    ReplyReader(Connection connection) {
        this.connection = connection;
    }

    Reply read(boolean toHead, int maxBytes) throws IOException {
        while (true) {
            var line = STATUS.matcher(line());
            if (!line.matches()) {
                throw new IOException("the answer is not HTTP/1.1");
            }
            int status = Integer.parseInt(line.group(2));
            var headers = headers();
            if (status == 101) {
                throw new IOException("the answer changes to a protocol nobody asked for");
            } else if (status >= 200) {
                boolean last = line.group(1).equals("0") || says(headers, "Connection", "close");
                boolean empty = toHead || status == 204 || status == 304;
                return empty
                        ? new Reply(status, headers, new byte[0], last)
                        : withBody(status, headers, last, maxBytes);
            }
        }
    }

    private String line() throws IOException {
        var line = connection.line(head);
        head -= line.length() + 2;
        if (head < 0) {
            throw new IOException("the head of the answer is longer than " + MOST_HEAD + " bytes");
        }
        return line;
    }

    private HttpHeaders headers() throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        List<String> latest = List.of();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (Character.isWhitespace(line.charAt(0)) && !latest.isEmpty()) {
                latest.addLast(latest.removeLast() + " " + line.strip()); // an old way to write long lines
            } else if (colon > 0 && NAME.matcher(line).region(0, colon).matches()) {
                latest = headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>(1));
                latest.add(line.substring(colon + 1).strip());
            } else {
                throw new IOException("a header of the answer is none");
            }
        }
        return HttpHeaders.of(headers, (_, _) -> true);
    }

    private Reply withBody(int status, HttpHeaders headers, boolean last, int maxBytes) throws IOException {
        var codings = headers.allValues("Transfer-Encoding");
        var lengths = headers.allValues("Content-Length").stream().distinct().toList();
        if (!codings.isEmpty()) {
            if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked") || !lengths.isEmpty()) {
                throw new IOException("where the answer ends is not clear");
            }
            return new Reply(status, headers, chunks(maxBytes), last);
        } else if (lengths.isEmpty()) {
            return new Reply(status, headers, untilClosed(maxBytes), true);
        } else if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw new IOException("where the answer ends is not clear");
        }
        int length = checked(Long.parseLong(lengths.getFirst()), maxBytes);
        return new Reply(status, headers, connection.bytes(length), last);
    }

    private byte[] chunks(int maxBytes) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = connection.line(1000).split(";", 2)[0].strip();
            if (!CHUNK.matcher(size).matches()) {
                throw new IOException("the answer is cut in pieces without a size");
            }
            int length = checked(Long.parseLong(size, 16), maxBytes - body.size());
            if (length == 0) {
                headers(); // trailers, which nobody asked for
                return body.toByteArray();
            }
            body.writeBytes(connection.bytes(length));
            if (!connection.line(2).isEmpty()) {
                throw new IOException("a piece of the answer is longer than its size");
            }
        }
    }

    private byte[] untilClosed(int maxBytes) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var some = connection.some(); some.length > 0; some = connection.some()) {
            checked(body.size() + (long) some.length, maxBytes);
            body.writeBytes(some);
        }
        return body.toByteArray();
    }

    private static int checked(long length, int most) throws IOException {
        if (length > most) {
            throw new IOException("the answer is longer than allowed");
        }
        return (int) length;
    }

    private static boolean says(HttpHeaders headers, String name, String word) {
        return headers.allValues(name).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(value -> value.strip().equalsIgnoreCase(word));
    }
}
