package dev.frontdesk.engine.intake;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.api.channel.SenderCheck;
import dev.frontdesk.engine.model.Letterhead;
import dev.frontdesk.engine.model.Notice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What letters bring beside their text, made fit to be stored. */
final class Letters {
    private static final int MOST_COPIES = 100;
    private static final int LONGEST = 1000;

    private Letters() {}

    static Letterhead head(Details.Letter letter) {
        if (letter.equals(Details.Letter.NONE)) {
            return Letterhead.NONE;
        }
        return new Letterhead(
                line(letter.subject().orElse("")),
                Clean.key(letter.reference().orElse(""), 200),
                letter.automatic()
                        .map(why -> why.isBlank() ? "automatic" : line(why))
                        .orElse(""),
                letter.writer().map(who -> Clean.key(who.identity(), 200)).orElse(""),
                letter.writer().map(who -> line(who.name())).orElse(""),
                letter.check().map(it -> new SenderCheck(it.finding(), Clean.key(it.by(), 200))));
    }

    /** One line, for it is shown as one; a break inside a subject was somebody's attempt at a header of their own. */
    static String line(String text) {
        String clean = Clean.text(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return clean.replaceAll("[\\r\\n\\t\\x0B\\f\\x85\u2028\u2029]+", " ").strip();
    }

    /** Who else is in the thread, by a letter: who got it, and who wrote it where that is not the contact. */
    static List<Participant> copies(Details.Letter letter) {
        return Stream.concat(letter.others().stream(), letter.writer().stream())
                .limit(MOST_COPIES)
                .map(who -> new Participant(Clean.key(who.identity(), 200), line(who.name()), who.standing()))
                .toList();
    }

    /** For operators: an automatic message opens nothing, so nobody would come across it. */
    static Notice notice(long id, String channel, String key, Inbound.Message message, long now) {
        var letter = message.details().letter();
        return new Notice(
                id,
                channel,
                key,
                "automatic",
                new Value.Fields(Map.of(
                        "from", Value.of(Clean.key(message.from().identity(), 200)),
                        "subject", Value.of(line(letter.subject().orElse(""))),
                        "why", Value.of(line(letter.automatic().orElse(""))))),
                now);
    }
}
