package dev.frontdesk.plugin.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.Secret;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about the hook; the rest is in the contract. */
class HookProtocolTest {
    private static final Address ANN = Address.of("ann & bob+é/?#");

    private final FakeHook hook = new FakeHook();
    private final FakeChannelContext context = new FakeChannelContext("hook");
    private final Channel channel = hook.open(context);

    @AfterEach
    void end() {
        channel.close();
        hook.close();
    }

    private int status(FakeCall call) throws InterruptedException {
        return Endpoints.status(Endpoints.call(channel, call));
    }

    private static FakeCall signed(FakeCall call) {
        return call.header("x-hook-secret", FakeHook.SECRET);
    }

    private Delivery delivered() throws InterruptedException {
        return channel.deliver(Outbounds.to(ANN).text("Hello"));
    }

    @Test
    void theQuerySaysWhoAndTheBodySaysWhat() throws InterruptedException {
        assertThat(status(signed(FakeHook.message("m-1", "ann", "Grüße 🙂")))).isEqualTo(200);
        assertThat(context.intake().messages()).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo("m-1");
            assertThat(message.from()).isEqualTo(Address.of("ann"));
            assertThat(message.details().name()).contains("ann");
            assertThat(message.content().plainText()).isEqualTo("Grüße 🙂");
        });
    }

    @Test
    void aMessageNeedsNoName() throws InterruptedException {
        var call = FakeCall.post("in").query("id", "m-1").query("from", "ann").body("Hi");
        assertThat(status(signed(call))).isEqualTo(200);
        assertThat(context.intake().messages().getFirst().details().name()).isEmpty();
    }

    @Test
    void whatNamesNoIdOrNoSenderOrIsNotUtf8IsKeptAsADeadLetterEachTime() throws InterruptedException {
        var good = FakeHook.message("m-1", "ann", "Hi");
        assertThat(status(signed(good.query("id", "")))).isEqualTo(200);
        assertThat(status(signed(good.query("from", "")))).isEqualTo(200);
        assertThat(status(signed(FakeCall.post("in").body("Hi")))).isEqualTo(200);
        assertThat(status(signed(FakeCall.post("in").body("Hi")))).isEqualTo(200);
        assertThat(status(signed(good.body(new byte[] {'H', (byte) 0xC3, (byte) 0x28}))))
                .isEqualTo(200);
        assertThat(context.intake().deadLetters()).hasSize(5);
        assertThat(context.intake().stored()).isEmpty();

        assertThat(status(signed(good))).isEqualTo(200);
        assertThat(context.intake().messages()).hasSize(1);
    }

    @Test
    void theSecretMustComeOnceAndBeRight() throws InterruptedException {
        var call = FakeHook.message("m-1", "ann", "Hi");
        assertThat(status(call)).isEqualTo(401);
        assertThat(status(call.header("X-Hook-Secret", ""))).isEqualTo(401);
        assertThat(status(call.header("X-Hook-Secret", FakeHook.SECRET + "x"))).isEqualTo(401);
        assertThat(status(signed(signed(call)))).isEqualTo(401);
        assertThat(status(signed(call.header("X-Hook-Secret", "guessed")))).isEqualTo(401);
        assertThat(context.intake().batches()).isEmpty();
    }

    @Test
    void anAnswerNamesItsReceiverInTheQuery() throws InterruptedException {
        assertThat(delivered()).isEqualTo(new Delivery.Sent(""));
        assertThat(hook.received(ANN.identity())).containsExactly("Hello");
    }

    @ParameterizedTest
    @CsvSource({
        "200,Sent",
        "202,Sent",
        "204,Sent",
        "401,Halted",
        "403,Halted",
        "429,Later",
        "503,Later",
        "400,Rejected",
        "404,Rejected",
        "413,Rejected",
        "302,Unknown",
        "500,Unknown",
        "502,Unknown"
    })
    void aStatusSaysWhatBecameOfIt(int status, String outcome) throws InterruptedException {
        hook.answer(status);
        assertThat(delivered().getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void whoIsAwayIsTriedLater() throws InterruptedException {
        hook.close();
        assertThat(delivered()).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void anAddressTheGatewayRefusesHaltsTheChannel() throws InterruptedException {
        var settings = new HookSettings(new FakeHook.Masked(), URI.create("http://192.0.2.1/answers"));
        assertThat(new HookChannel(settings, context).deliver(Outbounds.to(ANN).text("Hello")))
                .isInstanceOf(Delivery.Halted.class);
    }

    @Test
    void aRedirectThatDropsTheTextIsNoSuccess() throws InterruptedException {
        hook.answer(302);
        HttpGateway following = (request, _, _) -> {
            try (var http = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            }
        };
        var settings = new HookSettings(new FakeHook.Masked(), hook.url());
        assertThat(new HookChannel(settings, new With(context, following))
                        .deliver(Outbounds.to(ANN).text("Hello")))
                .isInstanceOf(Delivery.Unknown.class);
    }

    private record With(FakeChannelContext core, HttpGateway http) implements ChannelContext {
        @Override
        public ChannelId id() {
            return core.id();
        }

        @Override
        public Intake intake() {
            return core.intake();
        }

        @Override
        public History history() {
            return core.history();
        }

        @Override
        public Attachments attachments() {
            return core.attachments();
        }

        @Override
        public InstantSource clock() {
            return core.clock();
        }

        @Override
        public void health(Optional<String> problem) {
            core.health(problem);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example/x", "https:///x", "/x", "https://a.example/x?y=1", "https://a.example/#x"})
    void aUrlThatCannotWorkIsRefusedAtTheStart(String url) {
        assertThatThrownBy(() -> new HookSettings(new FakeHook.Masked(), URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'url'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\n", "two words", "ключ"})
    void aSecretThatNoHeaderCarriesIsRefusedAndNotShown(String written) {
        Secret secret = () -> written;
        assertThatThrownBy(() -> new HookSettings(secret, hook.url()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'secret'")
                .hasMessageNotContaining(written);
    }
}
