package dev.frontdesk.bench.faults;

import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Telegram's end goes away and comes back while connections to it are kept open for the next call. */
final class ProviderRestarts implements Havoc {
    private final FakeTelegram telegram;
    private final int times;
    private final Random random;

    ProviderRestarts(FakeTelegram telegram, int times, long seed) {
        this.telegram = telegram;
        this.times = times;
        this.random = new Random(seed);
    }

    @Override
    public Map<String, Object> on(Cluster cluster) throws Exception {
        int port = telegram.url().getPort();
        for (int i = 0; i < times; i++) {
            Thread.sleep(1000 + random.nextInt(2000));
            telegram.hangUp();
            Thread.sleep(random.nextInt(1000));
            telegram.start(port);
        }
        Thread.sleep(3000);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("provider_restarts", times);
        return figures;
    }
}
