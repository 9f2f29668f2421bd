package dev.frontdesk.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.MailReader;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mail whose reading does not end is put aside, and the ones beside it are read. */
@Timeout(60)
class WatchTest {
    private final PostOffice office = new PostOffice();
    private final FakeChannelContext context = new FakeChannelContext("mail");
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        never.countDown();
        office.close();
    }

    private Storing storing(Function<byte[], Mail> reader, Duration longest) {
        var settings = office.settings(office.mailbox(
                MailboxSettings.Protocol.IMAP, MailboxSettings.Afterwards.LEAVE, MailboxSettings.Start.ALL));
        var belonging = new Belonging(settings, Optional.empty(), context.history(), context.clock());
        var reading =
                new Reading(settings, context, belonging, new OwnMail(settings, "mail"), reader, new Watch(longest));
        return new Storing(context.intake(), reading, 1);
    }

    private static Storing.Fetched mail(String text) {
        var bytes = ("From: ann@people.example\r\nMessage-ID: <" + text + "@people.example>\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return new Storing.Fetched(bytes, bytes.length);
    }

    private Mail slow(byte[] bytes) {
        if (new String(bytes, StandardCharsets.US_ASCII).contains("slow")) {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new MailReader().read(bytes);
    }

    @Test
    void a_mail_that_takes_too_long_is_put_aside_with_its_bytes_and_the_others_are_read() throws Exception {
        storing(this::slow, Duration.ofMillis(300))
                .store(List.of(mail("before"), mail("slow"), mail("after")), Map.of("box", "1"));
        assertThat(context.intake().messages())
                .extracting(it -> it.content().plainText())
                .containsExactly("before", "after");
        assertThat(context.intake().deadLetters()).singleElement().satisfies(it -> {
            assertThat(((Inbound.Unreadable) it).why()).contains("reading it took longer than 0.3 s");
            assertThat(new String(it.raw().bytes(), StandardCharsets.US_ASCII)).contains("slow");
        });
    }

    @Test
    void a_mail_is_not_put_aside_because_the_house_closes_while_it_is_read() throws Exception {
        var closing = Thread.currentThread();
        var storing = storing(
                bytes -> {
                    closing.interrupt();
                    return new MailReader().read(bytes);
                },
                Duration.ofMinutes(1));
        try {
            storing.store(List.of(mail("last")), Map.of("box", "1"));
        } catch (InterruptedException e) {
            // Nothing is stored then, and it is fetched again.
        }
        Thread.interrupted();
        assertThat(context.intake().deadLetters()).isEmpty();
    }
}
