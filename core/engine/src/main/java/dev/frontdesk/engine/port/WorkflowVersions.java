package dev.frontdesk.engine.port;

import java.util.Optional;

/** Workflow versions as they were published: a run keeps the one it began with. */
public interface WorkflowVersions {

    record Version(long id, String name, String body) {}

    /** Stores a body unless the same one of this name is there; answers its id. */
    long publish(String name, String hash, String body, long newId, long at);

    Optional<Version> get(long id);
}
