package dev.frontdesk.channel.webchat;

import static dev.frontdesk.channel.webchat.FakeWidget.message;
import static dev.frontdesk.channel.webchat.FakeWidget.parse;
import static dev.frontdesk.channel.webchat.FakeWidget.posting;
import static dev.frontdesk.channel.webchat.FakeWidget.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.EventLog;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a visitor sees the thread; the numbers are those of the catalogue of bad inputs. */
class FollowingTest {

    private final FakeChannelContext context = new FakeChannelContext("site");
    private final WebChat chat = new WebChat(Some.settings(), context);
    private final String ann =
            new Visitors(Optional.empty()).identify(posting("ann")).orElseThrow();

    @AfterEach
    void close() {
        chat.close();
    }

    private HttpReply.Events events(WebChat from, String person, String after) throws InterruptedException {
        return (HttpReply.Events) Endpoints.call(from, reading("events", person).query("after", after));
    }

    private EventLog follow(WebChat from, String person, String after) throws InterruptedException {
        var log = new EventLog();
        var events = events(from, person, after);
        Thread.startVirtualThread(() -> {
            try {
                events.writer().write(log);
            } catch (IOException _) {
                // The reader hung up.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        log.await("open", 1);
        return log;
    }

    private static List<String> texts(List<EventLog.Sent> lines) {
        return lines.stream()
                .map(line -> parse(line.data()).path("text").asText())
                .toList();
    }

    @Test
    void a_stream_replays_the_thread_and_goes_on_live() throws Exception {
        Endpoints.call(chat, posting("ann").body(message("m1", "Hello").toString()));
        var log = follow(chat, "ann", "0");
        context.history().agent(ann, "Kim", "Good morning");
        var lines = log.await("line", 2);
        assertThat(texts(lines)).containsExactly("Hello", "Good morning");
        var mine = parse(lines.get(0).data());
        assertThat(mine.path("author").asText()).isEqualTo("contact");
        assertThat(mine.path("key").asText())
                .isEqualTo(message("m1", "").path("id").asText());
        var theirs = parse(lines.get(1).data());
        assertThat(theirs.path("author").asText()).isEqualTo("agent");
        assertThat(theirs.path("name").asText()).isEqualTo("Kim");
        assertThat(theirs.path("at").asText()).isEqualTo("2026-03-02T09:00:00Z");
    }

    @Test
    void another_node_goes_on_where_the_first_one_broke_off() throws Exception {
        context.history().bot(ann, Content.text("One"));
        var first = follow(chat, "ann", "0").await("line", 1).getFirst();
        context.history().bot(ann, Content.text("Two"));
        try (var other = new WebChat(Some.settings(), context)) {
            assertThat(texts(follow(other, "ann", first.id()).await("line", 1))).containsExactly("Two");
        }
    }

    @Test
    void a_choice_shows_its_options() throws Exception {
        context.history().bot(ann, new Content.Choice("How can we help?", List.of(new Content.Option("t0", "Order"))));
        var line = parse(follow(chat, "ann", "0").await("line", 1).getFirst().data());
        assertThat(line.path("options").toString()).isEqualTo("[{\"token\":\"t0\",\"label\":\"Order\"}]");
    }

    @Test
    void B4_a_position_the_thread_never_had_starts_over() throws Exception {
        context.history().bot(ann, Content.text("One"));
        var log = follow(chat, "ann", "999999");
        assertThat(texts(log.await("line", 1))).containsExactly("One");
        assertThat(log.events("reset")).hasSize(1);
        var page = parse(
                Endpoints.body(Endpoints.call(chat, reading("messages", "ann").query("after", "999999"))));
        assertThat(page.path("reset").asBoolean()).isTrue();
        assertThat(page.path("lines")).hasSize(1);
    }

    @Test
    void B4_a_position_that_is_no_number_is_the_beginning() throws Exception {
        context.history().bot(ann, Content.text("One"));
        for (var odd : new String[] {"", "-5", "x", "9".repeat(40), "1e3"}) {
            assertThat(texts(follow(chat, "ann", odd).await("line", 1))).as(odd).containsExactly("One");
        }
    }

    @Test
    void a_stream_without_a_bearer_is_refused() throws Exception {
        assertThat(Endpoints.status(Endpoints.call(chat, dev.frontdesk.testkit.channel.FakeCall.get("events"))))
                .isEqualTo(401);
        assertThat(events(chat, "ann", "0").headers()).containsEntry("X-Accel-Buffering", "no");
    }

    @Test
    void B6_streams_are_limited_for_a_visitor_and_for_the_node() throws Exception {
        for (var number = 0; number < 6; number++) {
            follow(chat, "ann", "0");
        }
        assertThat(Endpoints.status(Endpoints.call(chat, reading("events", "ann"))))
                .isEqualTo(503);
        try (var small = new WebChat(Some.settings(10, 10, 1), context)) {
            follow(small, "bob", "0");
            assertThat(Endpoints.status(Endpoints.call(small, reading("events", "ann"))))
                    .isEqualTo(503);
            assertThat(Endpoints.status(Endpoints.call(small, reading("messages", "ann"))))
                    .isEqualTo(200);
        }
    }

    @Test
    void B7_a_reader_that_is_gone_frees_its_place() throws Exception {
        try (var small = new WebChat(Some.settings(10, 100, 1), context)) {
            var log = follow(small, "ann", "0");
            log.hangUp();
            context.history().bot(ann, Content.text("Are you there?"));
            await().untilAsserted(() -> assertThat(Endpoints.status(Endpoints.call(small, reading("events", "ann"))))
                    .isEqualTo(200));
        }
    }

    @Test
    void B8_a_storm_of_reconnections_is_slowed_down() throws Exception {
        var limited = new WebChat(Some.settings(10, 1, 10), context);
        var statuses = new java.util.ArrayList<Integer>();
        for (var number = 0; number < 11; number++) {
            statuses.add(Endpoints.status(Endpoints.call(limited, reading("messages", "ann"))));
        }
        assertThat(statuses.subList(0, 10)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    @Test
    void B9_two_tabs_see_the_same_thread() throws Exception {
        var one = follow(chat, "ann", "0");
        var two = follow(chat, "ann", "0");
        Endpoints.call(chat, posting("ann").body(message("m1", "From one tab").toString()));
        assertThat(texts(one.await("line", 1))).isEqualTo(texts(two.await("line", 1)));
    }

    @Test
    void B10_a_message_that_comes_while_the_channel_closes_is_still_stored() throws Exception {
        chat.close();
        Endpoints.call(chat, posting("ann").body(message("m1", "Last words").toString()));
        assertThat(context.intake().messages()).hasSize(1);
    }

    @Test
    void closing_ends_every_stream() throws Exception {
        var events = events(chat, "ann", "0");
        var log = new EventLog();
        var thread = Thread.startVirtualThread(() -> {
            try {
                events.writer().write(log);
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError("a stream that is closed ends without a word", failure);
            }
        });
        log.await("open", 1);
        chat.close();
        await().until(() -> !thread.isAlive());
    }

    @Test
    void typing_reaches_the_tabs_of_that_visitor_only() throws Exception {
        var log = follow(chat, "ann", "0");
        var other = follow(chat, "bob", "0");
        await().untilAsserted(() -> {
            chat.typing(Address.of(ann));
            assertThat(log.events("typing")).isNotEmpty();
        });
        assertThat(other.events("typing")).isEmpty();
    }

    @Test
    void pages_hold_a_hundred_lines() throws Exception {
        for (var number = 0; number < 101; number++) {
            context.history().bot(ann, Content.text("Line " + number));
        }
        var page = parse(
                Endpoints.body(Endpoints.call(chat, reading("messages", "ann").query("after", "0"))));
        assertThat(page.path("lines")).hasSize(100);
        assertThat(page.path("more").asBoolean()).isTrue();
        var last = page.path("lines").path(99).path("position").asText();
        var rest = parse(
                Endpoints.body(Endpoints.call(chat, reading("messages", "ann").query("after", last))));
        assertThat(rest.path("lines")).hasSize(1);
        assertThat(rest.path("more").asBoolean()).isFalse();
    }
}
