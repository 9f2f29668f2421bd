package dev.frontdesk.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What a channel does with bad input: it never throws, and each thing is stored, kept as a dead letter, or refused before it was
 * acknowledged. Whatever came, the next good message is stored.
 */
public interface HostileInputContract extends ChannelFixture {

    /** Every text of {@link BadTexts}. */
    @Test
    default void bad_texts_are_stored_kept_or_refused() throws Exception {
        for (var bad : BadTexts.all()) {
            try (var rig = new Rig(this)) {
                var answer = rig.settle("bad", rig.provider.push("bad", "ann", bad.text()));
                assertAccounted(rig, bad.name(), answer);
                if (bad.exact()) {
                    assertThat(rig.intake().messages())
                            .as(bad.name())
                            .singleElement()
                            .satisfies(message ->
                                    assertThat(message.content().plainText()).isEqualTo(bad.text()));
                }
                assertNextOneIsStored(rig, bad.name());
            }
        }
    }

    /** Every body of {@link HostileBodies}. */
    @Test
    default void hostile_bodies_are_stored_kept_or_refused() throws Exception {
        for (var hostile : HostileBodies.all()) {
            try (var rig = new Rig(this)) {
                var answer = rig.settle("bad", rig.provider.pushBytes("bad", hostile.bytes()));
                assertAccounted(rig, hostile.name(), answer);
                assertNextOneIsStored(rig, hostile.name());
            }
        }
    }

    /** Ten thousand characters are a letter, not an attack. */
    @Test
    default void a_long_text_with_emoji_arrives_whole() throws Exception {
        try (var rig = new Rig(this)) {
            var text = "🙂é".repeat(3_000) + "a".repeat(1_000);
            rig.send("long", "ann", text);
            assertThat(rig.intake().awaitMessages(1).getFirst().content().plainText())
                    .isEqualTo(text);
        }
    }

    private static void assertAccounted(Rig rig, String name, Answer answer) {
        var kept = rig.intake().stored().size() + rig.intake().deadLetters().size();
        assertThat(answer).as(name).isIn(Answer.ACKNOWLEDGED, Answer.INVALID);
        assertThat(kept).as(name + ", " + answer).isEqualTo(answer == Answer.ACKNOWLEDGED ? 1 : 0);
    }

    private static void assertNextOneIsStored(Rig rig, String name) throws InterruptedException {
        var before = rig.intake().messages().size();
        rig.send("good", "bob", "All well here");
        assertThat(rig.intake().awaitMessages(before + 1).getLast().content().plainText())
                .as("after " + name)
                .isEqualTo("All well here");
    }
}
