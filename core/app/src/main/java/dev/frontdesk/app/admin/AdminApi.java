package dev.frontdesk.app.admin;

import java.util.List;
import java.util.Optional;

/** Agents, dead letters and notices, for operators. */
public interface AdminApi {

    /** Adds an agent, or changes the one of this id, and answers a link with which they sign in once within the hour. */
    String addAgent(NewAgent agent);

    List<AgentLine> agents();

    /** False when there is no such agent. Conversations they hold go back to their queues. */
    boolean disableAgent(String id);

    List<DeadLine> deadLetters(int limit);

    Optional<DeadLine> deadLetter(long id);

    /** Lets it come in again; false when there is none, or it did already. */
    boolean redrive(long id);

    /** What providers told of accounts, the newest first. */
    List<NoticeLine> notices(int limit);

    /** What contacts' words were taken to be about since then, at most so many, the oldest first. */
    List<HeardLine> heard(long since, int most);

    /**
     * @param intent empty when it was about nothing known
     * @param team where the workflow sent the conversation; empty when nowhere
     * @param movedTo where a person sent it instead; empty when nobody did
     */
    record HeardLine(long at, String words, String intent, double probability, String team, String movedTo) {
        HeardLine routedTo(String first) {
            return new HeardLine(at, words, intent, probability, first, movedTo);
        }

        HeardLine movedTo(String other) {
            return new HeardLine(at, words, intent, probability, team, other);
        }
    }

    /** @param capacity 0 leaves it to team and workspace */
    record NewAgent(String id, String name, String role, List<String> teams, List<String> skills, int capacity) {
        public NewAgent {
            if (!id.matches("[a-z0-9][a-z0-9._-]*")) {
                throw new IllegalArgumentException(
                        "'" + id + "' is no sign-in name: lower-case letters, digits, dots, dashes and underscores");
            }
            if (!role.equals("agent") && !role.equals("admin")) {
                throw new IllegalArgumentException("the role is agent or admin, not '" + role + "'");
            }
            if (capacity < 0) {
                throw new IllegalArgumentException("the capacity is below 0");
            }
            teams = List.copyOf(teams);
            skills = List.copyOf(skills);
        }
    }

    record AgentLine(String id, String name, String role, boolean enabled, String presence, int load) {}

    /** @param details as JSON */
    record NoticeLine(long id, String channel, String kind, String details, long at) {}

    /** @param raw what came in, as text */
    record DeadLine(long id, String channel, String kind, String reason, long at, String raw) {}
}
