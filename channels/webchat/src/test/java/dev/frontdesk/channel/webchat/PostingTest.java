package dev.frontdesk.channel.webchat;

import static dev.frontdesk.channel.webchat.FakeWidget.message;
import static dev.frontdesk.channel.webchat.FakeWidget.parse;
import static dev.frontdesk.channel.webchat.FakeWidget.posting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a visitor may post; the numbers are those of the catalogue of bad inputs. */
class PostingTest {

    private final FakeChannelContext context = new FakeChannelContext("site");
    private final WebChat chat = new WebChat(Some.settings(), context);

    private HttpReply call(FakeCall call) throws InterruptedException {
        return Endpoints.call(chat, call);
    }

    private int status(FakeCall call) throws InterruptedException {
        return Endpoints.status(call(call));
    }

    private String result(FakeCall call) throws InterruptedException {
        return parse(Endpoints.body(call(call))).path("result").asText();
    }

    @Test
    void B1_a_foreign_origin_is_refused_and_our_own_and_an_allowed_one_are_not() throws Exception {
        var post = posting("ann")
                .header("Host", "desk.example")
                .body(message("m1", "Hi").toString());
        for (var foreign :
                new String[] {"https://evil.example", "null", "*", "https://desk.example.evil.example", "file://", ""
                }) {
            assertThat(status(post.header("Origin", foreign))).as(foreign).isEqualTo(403);
        }
        assertThat(context.intake().batches()).isEmpty();
        assertThat(status(post.header("Origin", "https://desk.example"))).isEqualTo(200);
        assertThat(status(post.header("Origin", "https://shop.example"))).isEqualTo(200);
        assertThat(status(post)).isEqualTo(200);
    }

    @Test
    void B2_only_a_whole_bearer_is_a_visitor_and_the_stored_identity_is_none() throws Exception {
        var body = message("m1", "Hi").toString();
        var identity = new Visitors(java.util.Optional.empty())
                .identify(posting("ann"))
                .orElseThrow();
        for (var wrong : new String[] {
            "",
            "Bearer",
            "Bearer ",
            "Bearer x",
            "Basic " + FakeWidget.bearer("ann"),
            "Bearer " + identity,
            "Bearer " + FakeWidget.bearer("ann") + "=",
            "Bearer " + FakeWidget.bearer("ann").replace('a', 'é')
        }) {
            assertThat(status(FakeCall.post("messages")
                            .header("Authorization", wrong)
                            .body(body)))
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(status(FakeCall.post("messages").body(body))).isEqualTo(401);
        assertThat(status(posting("ann")
                        .header("Authorization", "Bearer " + FakeWidget.bearer("bob"))
                        .body(body)))
                .isEqualTo(401);
        assertThat(identity).doesNotContain(FakeWidget.bearer("ann"));
    }

    @Test
    void B3_the_same_id_with_a_new_text_is_still_the_first_message() throws Exception {
        assertThat(result(posting("ann").body(message("m1", "First").toString())))
                .isEqualTo("stored");
        assertThat(result(posting("ann").body(message("m1", "Second").toString())))
                .isEqualTo("duplicate");
        assertThat(context.intake().messages())
                .singleElement()
                .satisfies(stored -> assertThat(stored.content().plainText()).isEqualTo("First"));
    }

    @Test
    void B3_the_same_id_of_another_visitor_is_another_message() throws Exception {
        assertThat(result(posting("ann").body(message("m1", "Mine").toString())))
                .isEqualTo("stored");
        assertThat(result(posting("bob").body(message("m1", "Mine too").toString())))
                .isEqualTo("stored");
    }

    @Test
    void B5_a_body_that_cannot_be_read_is_a_dead_letter_of_a_visitor_and_nothing_of_anybody_else() throws Exception {
        assertThat(status(FakeCall.post("messages").body("not JSON"))).isEqualTo(401);
        assertThat(context.intake().batches()).isEmpty();
        assertThat(result(posting("ann").body("not JSON"))).isEqualTo("dead-letter");
        assertThat(context.intake().deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.raw().bytes()).asString().isEqualTo("not JSON"));
    }

    @Test
    void B5_a_body_above_64_KB_is_refused_before_it_is_read() throws Exception {
        assertThat(status(posting("ann").body(new byte[64 * 1024 + 1]))).isEqualTo(413);
    }

    @Test
    void B5_ten_thousand_escaped_characters_fit() throws Exception {
        var body = message("m1", "").put("text", "X").toString().replace("X", "\\u0416".repeat(10_000));
        assertThat(result(posting("ann").body(body))).isEqualTo("stored");
    }

    @Test
    void a_flood_of_one_visitor_is_slowed_down_and_others_are_not() throws Exception {
        var limited = new WebChat(Some.settings(3, 1000, 1), context);
        for (var number = 0; number < 3; number++) {
            assertThat(post(limited, "ann", "m" + number, "203.0.113.1")).isEqualTo(200);
        }
        var refused = (HttpReply.Full) Endpoints.call(
                limited, posting("ann").body(message("m3", "Hi").toString()).from("203.0.113.1"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "20");
        assertThat(post(limited, "bob", "m0", "203.0.113.1")).isEqualTo(200);
        context.clock().advance(Duration.ofSeconds(20));
        assertThat(post(limited, "ann", "m3", "203.0.113.1")).isEqualTo(200);
        assertThat(context.intake().messages()).hasSize(5);
    }

    @Test
    void B20_an_address_is_limited_as_the_server_tells_it_whatever_the_caller_claims() throws Exception {
        var limited = new WebChat(Some.settings(1000, 2, 1), context);
        assertThat(post(limited, "ann", "m1", "203.0.113.1")).isEqualTo(200);
        assertThat(post(limited, "bob", "m1", "203.0.113.1")).isEqualTo(200);
        var spoofed = posting("cy").header("X-Forwarded-For", "198.51.100.1").header("Forwarded", "for=198.51.100.2");
        assertThat(Endpoints.status(Endpoints.call(
                        limited, spoofed.body(message("m1", "Hi").toString()).from("203.0.113.1"))))
                .isEqualTo(429);
        assertThat(post(limited, "cy", "m1", "198.51.100.9")).isEqualTo(200);
    }

    private static int post(WebChat to, String person, String id, String address) throws InterruptedException {
        return Endpoints.status(Endpoints.call(
                to, posting(person).body(message(id, "Hi").toString()).from(address)));
    }

    @Test
    void a_press_is_a_pick_and_a_token_that_is_too_long_is_plain_text() throws Exception {
        call(posting("ann")
                .body(message("m1", "Order").put("pick", "t".repeat(64)).toString()));
        call(posting("ann")
                .body(message("m2", "Order").put("pick", "t".repeat(65)).toString()));
        assertThat(context.intake().messages())
                .extracting(message -> message.content().kind())
                .containsExactly(Content.PICKED, Content.TEXT);
    }

    @Test
    void name_and_language_are_passed_on_when_they_make_sense() throws Exception {
        call(posting("ann")
                .body(message("m1", "Hi")
                        .put("name", "Ann")
                        .put("language", "ru-RU")
                        .toString()));
        call(posting("ann")
                .body(message("m2", "Hi").put("name", " ").put("language", "!!").toString()));
        var details = context.intake().messages().stream()
                .map(stored -> stored.details())
                .toList();
        assertThat(details.get(0).name()).contains("Ann");
        assertThat(details.get(0).language()).contains(Locale.of("ru", "RU"));
        assertThat(details.get(1).name()).isEmpty();
        assertThat(details.get(1).language()).isEmpty();
    }

    @Test
    void an_overloaded_store_is_not_acknowledged() throws Exception {
        context.intake().overload();
        assertThat(status(posting("ann").body(message("m1", "Hi").toString()))).isEqualTo(503);
    }
}
