package dev.frontdesk.app.http;

import java.net.http.HttpHeaders;

/** What came back on a connection; {@code last} when the connection cannot be used again. */
record Reply(int status, HttpHeaders headers, byte[] body, boolean last) {}
