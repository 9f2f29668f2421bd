package dev.frontdesk.engine.model;

/** Who is in charge of an open conversation. */
public sealed interface Handler {

    record Bot(long run) implements Handler {}

    record Queue(String team) implements Handler {}

    record Agent(String agent) implements Handler {}

    record None() implements Handler {}

    Handler NONE = new None();
}
