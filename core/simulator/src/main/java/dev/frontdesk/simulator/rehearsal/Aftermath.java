package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import java.time.Instant;
import java.util.Optional;

/** What becomes of the newest message after it was written. */
public sealed interface Aftermath {
    Raw RAW = Raw.of("{}");

    /** As a provider tells it; empty when there is no such message. */
    Optional<Inbound> of(Person who, String id, Optional<String> theirs, Optional<Heard> ours);

    /** The contact changes what they wrote last. */
    record Edited(String text) implements Aftermath {
        @Override
        public Optional<Inbound> of(Person who, String id, Optional<String> theirs, Optional<Heard> ours) {
            return theirs.map(of -> new Inbound.Edit(id, of, who.address(), Content.text(text), RAW));
        }
    }

    /** The contact takes back what they wrote last. */
    record TakenBack() implements Aftermath {
        @Override
        public Optional<Inbound> of(Person who, String id, Optional<String> theirs, Optional<Heard> ours) {
            return theirs.map(of -> new Inbound.Removed(id, of, who.address(), RAW));
        }
    }

    /** The contact reacts to what they were told last. */
    record Reacted(String emoji) implements Aftermath {
        @Override
        public Optional<Inbound> of(Person who, String id, Optional<String> theirs, Optional<Heard> ours) {
            return ours.map(to -> new Inbound.Reaction(id, "r" + to.message(), who.address(), emoji, RAW));
        }
    }

    /** The provider tells what became of what the contact was told last. */
    record Reported(Inbound.State state) implements Aftermath {
        @Override
        public Optional<Inbound> of(Person who, String id, Optional<String> theirs, Optional<Heard> ours) {
            return ours.map(about -> new Inbound.Report(
                    id,
                    Optional.of("r" + about.message()),
                    Optional.of(new MessageId(about.message())),
                    state,
                    Instant.EPOCH,
                    "",
                    RAW));
        }
    }

    /** The contact blocks the company at this provider, or comes back. */
    record Reached(boolean reachable) implements Aftermath {
        @Override
        public Optional<Inbound> of(Person who, String id, Optional<String> theirs, Optional<Heard> ours) {
            return Optional.of(
                    new Inbound.Reach(id, who.address(), reachable, reachable ? "" : "blocked by the contact", RAW));
        }
    }
}
