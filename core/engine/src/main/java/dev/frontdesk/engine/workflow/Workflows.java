package dev.frontdesk.engine.workflow;

import java.util.List;
import java.util.Optional;

/** The workflows in force and the older versions that runs still pin. Safe for use by many threads. */
public interface Workflows {

    /** The newest version of each enabled workflow, by priority, then name. */
    List<Workflow> current();

    /** Any version that was ever published; empty when it cannot be read any more (a step type is missing): the run is parked. */
    Optional<Workflow> version(long id);
}
