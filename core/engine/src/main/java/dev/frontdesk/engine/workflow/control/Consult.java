package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.TeamId;

/** The keys of a {@code router} step. */
public record Consult(
        @Setting(shorthand = true, doc = "Which router to ask; plugins bring them.")
        String name,

        @Setting(doc = "The team when the router has no opinion.")
        TeamId otherwise) {}
