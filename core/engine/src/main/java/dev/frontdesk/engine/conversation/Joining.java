package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.model.Run;
import java.util.HashSet;
import java.util.LinkedHashMap;

/** Two contacts become one, or two again. No workflow hears of it: to the person nothing has ended. Belongs to one thread. */
final class Joining {
    private final Book book;
    private final Handling handling;

    Joining(Book book, Handling handling) {
        this.book = book;
        this.handling = handling;
    }

    /** The one who goes has nothing open and nothing running any more. */
    void left() {
        if (book.open() != null) {
            handling.closed("", "merge", "", "");
        }
        for (Run run : book.runs()) {
            book.change(run.ended(Run.State.STOPPED, "merged", book.now()));
        }
    }

    /** An open conversation goes on with the one who stays; where its address went away, at another one of theirs. */
    void parted(Value.Fields parting) {
        var open = book.open();
        if (open != null && parting.get("gone") instanceof Value.Items(var gone)) {
            var reach = open.reach();
            boolean went = gone.contains(Value.of(reach.channel() + ":" + reach.identity()));
            if (went && !parting.get("identity").isEmpty()) {
                book.change(open.with(new Reach(
                        parting.get("channel").asText(), parting.get("identity").asText(), "", reach.at())));
            }
        }
        book.fact(
                "contact.parted",
                book.nextOrd(),
                "from",
                parting.get("from").asText(),
                "why",
                parting.get("why").asText());
    }

    /** The one who stays learns what was known of the other, as far as nothing is known already. */
    void joined(Value.Fields other) {
        var profile = book.profile();
        var merged = profile;
        if (merged.name().isEmpty()) {
            merged = merged.withName(other.get("name").asText());
        }
        if (merged.language().isEmpty()) {
            merged = merged.withLanguage(other.get("language").asText());
        }
        if (other.get("fields") instanceof Value.Fields(var fields) && !fields.isEmpty()) {
            var union = new LinkedHashMap<>(fields);
            union.putAll(profile.fields().values());
            merged = merged.withFields(new Value.Fields(union));
        }
        if (other.get("tags") instanceof Value.Items(var tags) && !tags.isEmpty()) {
            var union = new HashSet<>(profile.tags());
            tags.forEach(tag -> union.add(tag.asText()));
            merged = merged.withTags(union);
        }
        if (!merged.equals(profile)) {
            book.change(merged);
        }
        book.fact(
                "contact.merged",
                book.nextOrd(),
                "from",
                other.get("from").asText(),
                "why",
                other.get("why").asText());
    }
}
