package dev.frontdesk.simulator;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.PresetForm;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel whose provider is a list: what was sent, to whom, in order. Safe for use by many threads. */
public final class FakeChannel implements Channel {
    private final List<Outbound> sent = new CopyOnWriteArrayList<>();
    private final Capabilities capabilities;
    private volatile Giving giving = (_, _) -> new Fetched.Gone("there is none");
    private volatile List<PresetForm> forms = List.of();
    private volatile Function<Outbound, Delivery> answer = message -> new Delivery.Sent("r" + message.id());

    public FakeChannel(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** Buttons, and 4,096 characters. */
    public static FakeChannel withButtons() {
        return new FakeChannel(Capabilities.builder()
                .contentKinds(Content.CHOICE)
                .buttons(10, 40)
                .build());
    }

    /** Answers are free only for so long after the contact wrote; forms may be sent at any time. */
    public static FakeChannel withWindow(Duration window, PresetForm... forms) {
        var channel = new FakeChannel(Capabilities.builder()
                .contentKinds(Content.CHOICE, Content.PRESET)
                .buttons(10, 40)
                .replyWindow(window)
                .build());
        channel.forms = List.of(forms);
        return channel;
    }

    @Override
    public List<PresetForm> presets() {
        return forms;
    }

    /** What the provider says to each message from now on. */
    public void answers(Function<Outbound, Delivery> how) {
        answer = how;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /** How the provider gives files away. */
    @FunctionalInterface
    public interface Giving {
        Fetched file(Content.Remote file, OutputStream into) throws IOException, InterruptedException;
    }

    public void gives(Giving how) {
        giving = how;
    }

    @Override
    public Fetched fetch(Content.Remote file, OutputStream into) throws IOException, InterruptedException {
        return giving.file(file, into);
    }

    @Override
    public Delivery deliver(Outbound message) {
        sent.add(message);
        return answer.apply(message);
    }

    /** Everything that was handed to the provider, attempts included. */
    public List<Outbound> sent() {
        return List.copyOf(sent);
    }

    /** The texts a person got. */
    public List<String> heardBy(String who) {
        return to(who).stream().map(message -> message.content().plainText()).toList();
    }

    public List<Outbound> to(String who) {
        var theirs = new ArrayList<Outbound>();
        for (Outbound message : sent) {
            if (message.to().identity().equals(who)) {
                theirs.add(message);
            }
        }
        return theirs;
    }
}
