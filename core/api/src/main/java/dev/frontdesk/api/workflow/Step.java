package dev.frontdesk.api.workflow;

/**
 * A kind of workflow step: a pure function from settings and situation to what shall happen. One instance serves all
 * conversations at once; it keeps no state, does no I/O, never sleeps, and answers within a millisecond. A step that takes half a
 * second is stopped, its run parked and its type switched off with an alert.
 *
 * @param <S> its settings, see {@link dev.frontdesk.api.Contributions#step}
 */
public interface Step<S extends Record> {

    /** What an occurrence with these settings may do. Asked once when the workflow is loaded. */
    Shape shape(S settings);

    /**
     * Decides what happens. Called first with {@link Input.Started}, and again with each input it awaited. May be called twice
     * for the same input (the first outcome is then thrown away), so it must give the same outcome for the same arguments.
     */
    StepOutcome run(S settings, StepContext now);
}
