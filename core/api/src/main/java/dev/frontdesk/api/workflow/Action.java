package dev.frontdesk.api.workflow;

/** Does I/O for a step, outside every transaction. Called from many virtual threads at once. */
public interface Action {

    /**
     * Performs one attempt. It is called at least once, and again after a crash, with the same key: give the key to services
     * that know idempotency keys. A throw counts as {@link ActionResult.Failed} with a retry.
     *
     * @throws InterruptedException at the deadline; counts as {@link ActionResult.Failed} with a retry
     */
    ActionResult perform(ActionCall call, String idempotencyKey) throws InterruptedException;
}
