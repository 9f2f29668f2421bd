package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** Brings the engine's own steps through the same door as everybody's. */
public final class ControlPlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.step("branch", Branch.class, BranchStep.class);
        to.step("jump", Jump.class, JumpStep.class);
        to.step("wait", Wait.class, WaitStep.class);
    }
}
