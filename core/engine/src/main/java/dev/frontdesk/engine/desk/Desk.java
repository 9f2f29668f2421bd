package dev.frontdesk.engine.desk;

import dev.frontdesk.api.channel.Intake.Overloaded;

/** Where the inbox and the command line hand in what people want. Safe for use by many threads. */
public interface Desk {

    /**
     * Stores an order and returns after its commit; what came of it is told on the event log as {@code command}. The same id a
     * second time has no effect.
     */
    void submit(Order order) throws InterruptedException, Overloaded;

    /** Tells the matcher that a match may have become possible: somebody came online, capacity or membership changed. */
    void lookAgain();
}
