package dev.frontdesk.plugin.routing;

/** The variables by which {@code route} tells {@code assign} what it found. */
final class Names {
    static final String TEAM = "team";
    static final String RULE = "team_rule";
    static final String PRIORITY = "team_priority";
    static final String SKILLS = "team_skills";

    /** Who got the conversation. */
    static final String AGENT = "agent";

    private Names() {}
}
