package dev.frontdesk.web.http;

/** The agent whose session a request carries. */
public record Caller(String agent, String role, String sessionHash, String csrf) {}
