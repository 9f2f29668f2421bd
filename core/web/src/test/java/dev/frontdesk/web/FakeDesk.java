package dev.frontdesk.web;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Intake.Overloaded;
import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.file.Sniff;
import dev.frontdesk.engine.model.Attachment.State;
import dev.frontdesk.engine.model.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A desk that keeps what is handed in. */
final class FakeDesk implements Desk {
    private final FakeFiles files;
    final List<Attachment> uploads = new CopyOnWriteArrayList<>();
    final List<Order> orders = new CopyOnWriteArrayList<>();
    final AtomicInteger looks = new AtomicInteger();
    volatile boolean full;
    volatile List<PresetForm> forms = List.of();

    @Override
    public List<PresetForm> presets(String channel) {
        return channel.equals("site") ? forms : List.of();
    }

    FakeDesk(FakeFiles files) {
        this.files = files;
    }

    @Override
    public void submit(Order order) throws Overloaded {
        if (full) {
            throw new Overloaded("the queue is full");
        }
        orders.add(order);
    }

    @Override
    public Attachment upload(String by, String name, InputStream bytes) throws IOException {
        byte[] all = bytes.readAllBytes();
        var file = files.put(name, Sniff.type(all), new ByteArrayInputStream(all));
        var upload = new Attachment(
                100 + uploads.size(),
                0,
                0,
                0,
                "",
                Sniff.kind(file.mediaType()),
                "",
                file,
                by,
                State.STORED,
                0,
                0,
                0,
                "",
                0);
        uploads.add(upload);
        return upload;
    }

    @Override
    public Capabilities capabilities(String channel) {
        return Capabilities.builder().contentKinds(Content.IMAGE).build();
    }

    @Override
    public void lookAgain() {
        looks.incrementAndGet();
    }
}
