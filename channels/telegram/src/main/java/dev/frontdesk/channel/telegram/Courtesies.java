package dev.frontdesk.channel.telegram;

import dev.frontdesk.channel.telegram.Reading.Read;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** What is nice to have and does no harm when it fails: the end of a pressed button's spinner, the typing. Safe for use by many threads. */
final class Courtesies implements AutoCloseable {

    private final BotApi api;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Courtesies(BotApi api) {
        this.api = api;
    }

    /** Answers the buttons among what is stored by now. */
    void answer(List<Read> stored) {
        for (var read : stored) {
            read.callback().ifPresent(id -> later(() -> api.call(new AnswerCallbackQuery(id))));
        }
    }

    void typing(Place to) {
        var parameters = Sending.to(to);
        parameters.put("action", "typing");
        later(() -> api.call(new Verbatim("sendChatAction", parameters)));
    }

    private interface Call {
        Answer make() throws InterruptedException;
    }

    private void later(Call call) {
        try {
            threads.execute(() -> {
                try {
                    call.make();
                } catch (InterruptedException closing) {
                    // The channel closes.
                }
            });
        } catch (RejectedExecutionException closing) {
            // The channel closes.
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
