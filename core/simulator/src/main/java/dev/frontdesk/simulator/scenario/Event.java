package dev.frontdesk.simulator.scenario;

import dev.frontdesk.api.Regex;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.simulator.rehearsal.Aftermath;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.rehearsal.ScriptedHttp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a line of a scenario means: something that happens, or something that must be so. */
public sealed interface Event {

    /** Something happens. */
    sealed interface Act extends Event {
        record Says(Person who, String text) implements Act {}

        record Presses(Person who, String label) implements Act {}

        /** @param words as a person reads it */
        record Happens(Optional<Person> who, Aftermath what, String words) implements Act {}

        record Down(boolean now) implements Act {}

        record Passes(Duration time) implements Act {}

        /** @param presence online, away or offline */
        record Presence(String agent, String presence) implements Act {}

        record Orders(String agent, Order.What what) implements Act {}

        record Frees(Duration time) implements Act {}

        record Serves(String url, ScriptedHttp.Reply reply) implements Act {}
    }

    /** Something must be so. */
    sealed interface Check extends Event {
        /**
         * The next thing that is said to the contact.
         *
         * @param byBot false: be it by the bot or by a person
         * @param question the bot must now wait for an answer
         */
        record Hears(Words words, boolean byBot, boolean question) implements Check {}

        /** The next thing that is said to the contact by the bot is an approved form of the provider. */
        record SendsForm(String name) implements Check {}

        /** The options that came with the last thing said. */
        record Offers(List<String> labels) implements Check {}

        /** Nothing was said that no line has named yet. */
        record Silence() implements Check {}

        /** Whatever was said up to here is no line's business. */
        record Whatever() implements Check {}

        /** How far the last message to the contact got: sent, delivered, read or failed. */
        record LastMessage(String state) implements Check {}

        record Reachable(boolean is) implements Check {}

        record AssignedTo(String agent) implements Check {}

        record WaitingFor(String team) implements Check {}

        record HandledByBot() implements Check {}

        record HandledByNobody() implements Check {}

        record Open() implements Check {}

        record Closed(Optional<String> category) implements Check {}

        /** Without a value it must be unset. */
        record Variable(String name, Optional<String> value) implements Check {}

        record Field(String name, Optional<String> value) implements Check {}

        record Tagged(String tag, boolean on) implements Check {}

        record AtStep(String step) implements Check {}

        record WorkflowOver() implements Check {}

        record ActionFailed(String action, Optional<String> why) implements Check {}
    }

    /** How a text is compared. */
    sealed interface Words {
        record Exactly(String text) implements Words {}

        record Containing(String part) implements Words {}

        record Like(Regex pattern) implements Words {}

        default boolean fit(String said) {
            return switch (this) {
                case Exactly(var text) -> said.equals(text);
                case Containing(var part) -> said.contains(part);
                case Like(var pattern) -> pattern.find(said).isPresent();
            };
        }
    }
}
