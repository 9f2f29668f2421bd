package dev.frontdesk.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.api.channel.Inbound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How a channel brings the files that people send. */
public interface FetchingContract extends ChannelFixture {

    /** What the core stores is what the person sent, byte for byte. */
    @Test
    default void a_file_comes_as_the_person_sent_it() throws Exception {
        Assumptions.assumeTrue(has(Trait.FILES));
        try (var rig = new Rig(this)) {
            var bytes = new byte[300_000];
            new Random(1).nextBytes(bytes);
            var file = sent(rig, bytes);
            var into = new ByteArrayOutputStream();
            assertThat(rig.channel().fetch(file, into)).isInstanceOf(Fetched.Done.class);
            assertThat(into.toByteArray()).isEqualTo(bytes);
        }
    }

    /** After a restart, or on another node, the handle is all there is. */
    @Test
    default void a_file_is_found_by_its_handle_alone() throws Exception {
        Assumptions.assumeTrue(has(Trait.FILES));
        try (var rig = new Rig(this)) {
            var known = sent(rig, new byte[] {1, 2, 3});
            rig.restart();
            var file = new Content.Remote(known.handle(), Optional.empty(), "", "", -1);
            var into = new ByteArrayOutputStream();
            assertThat(rig.channel().fetch(file, into)).isInstanceOf(Fetched.Done.class);
            assertThat(into.toByteArray()).containsExactly(1, 2, 3);
        }
    }

    /** It is kept in the store and shown in exports. */
    @Test
    default void a_handle_is_short_and_holds_no_secret() throws Exception {
        Assumptions.assumeTrue(has(Trait.FILES));
        try (var rig = new Rig(this)) {
            var file = sent(rig, new byte[] {1});
            assertThat(file.handle()).hasSizeBetween(1, 1000);
            rig.provider.secrets().forEach(secret -> assertThat(file.handle()).doesNotContain(secret));
        }
    }

    /** The stream throws once there is more than is allowed: then there is nothing to go on for. */
    @Test
    default void it_ends_when_the_stream_takes_no_more() throws Exception {
        Assumptions.assumeTrue(has(Trait.FILES));
        try (var rig = new Rig(this)) {
            var file = sent(rig, new byte[300_000]);
            var full = new Full(100_000);
            Object end;
            try {
                end = rig.channel().fetch(file, full);
            } catch (IOException e) {
                end = e;
            }
            assertThat(end).isNotInstanceOf(Fetched.Done.class);
            assertThat(full.refused).as("asked on after the first refusal").isEqualTo(1);
        }
    }

    /** What the provider has forgotten, it will not remember: asking again and again is of no use. */
    @Test
    default void a_file_that_the_provider_no_longer_has_is_gone() throws Exception {
        Assumptions.assumeTrue(has(Trait.FILES));
        try (var rig = new Rig(this)) {
            var file = sent(rig, new byte[] {1});
            rig.provider.forgetFiles();
            assertThat(rig.channel().fetch(file, OutputStream.nullOutputStream()))
                    .isInstanceOf(Fetched.Gone.class);
        }
    }

    /** A handle of another time, or of nobody's, is a value, too. */
    @Test
    default void a_handle_that_means_nothing_brings_nothing() throws Exception {
        try (var rig = new Rig(this)) {
            var into = new ByteArrayOutputStream();
            var file = new Content.Remote("what-handle-is-this", Optional.empty(), "", "", -1);
            assertThat(rig.channel().fetch(file, into)).isNotNull().isNotInstanceOf(Fetched.Done.class);
            assertThat(into.size()).isZero();
        }
    }

    private static Content.Remote sent(Rig rig, byte[] bytes) throws InterruptedException {
        var before = rig.intake().messages().size();
        rig.settle("file-1", rig.provider.pushFile("file-1", "ann", bytes));
        Inbound.Message message = rig.intake().awaitMessages(before + 1).getLast();
        assertThat(message.content().files()).singleElement().isInstanceOf(Content.Remote.class);
        return (Content.Remote) message.content().files().getFirst();
    }

    /** Takes so many bytes and refuses all others. Belongs to one thread. */
    final class Full extends OutputStream {
        private final int most;
        private int size;
        private int refused;

        Full(int most) {
            this.most = most;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            size += count;
            if (size > most) {
                refused++;
                throw new IOException("more than " + most + " bytes");
            }
        }
    }
}
