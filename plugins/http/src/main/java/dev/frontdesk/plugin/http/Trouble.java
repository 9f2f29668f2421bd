package dev.frontdesk.plugin.http;

import dev.frontdesk.api.workflow.ActionResult;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How a request may fail, each with a branch of its own. A result carries only text, so the branch leads it. */
enum Trouble {
    FAILED("failed"),
    TIMEOUT("timeout"),
    CLIENT_ERROR("client-error"),
    SERVER_ERROR("server-error"),
    MAPPING_ERROR("mapping-error");

    private final String branch;

    Trouble(String branch) {
        this.branch = branch;
    }

    String branch() {
        return branch;
    }

    ActionResult.Failed because(String why, boolean retry) {
        return new ActionResult.Failed(branch + ": " + why, retry);
    }

    /** What a failure is about; what came from elsewhere, such as the engine's own deadline, is {@link #FAILED}. */
    static Trouble in(ActionResult.Failed failed) {
        return Arrays.stream(values())
                .filter(trouble -> failed.why().startsWith(trouble.branch + ": "))
                .findFirst()
                .orElse(FAILED);
    }

    static Set<String> branches() {
        return Arrays.stream(values()).map(Trouble::branch).collect(Collectors.toUnmodifiableSet());
    }
}
