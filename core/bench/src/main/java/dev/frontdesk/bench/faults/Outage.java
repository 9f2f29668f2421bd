package dev.frontdesk.bench.faults;

import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.util.LinkedHashMap;
import java.util.Map;

/** PostgreSQL is gone for a minute: nothing is acknowledged, health says so, and everything goes on soon after its return. */
final class Outage implements Havoc {
    private static final long GONE_MILLIS = 60_000;
    private static final long MOST_RECOVERY_MILLIS = 10_000;

    private final FakeTelegram telegram;
    private final Acknowledged acknowledged;

    Outage(FakeTelegram telegram, Acknowledged acknowledged) {
        this.telegram = telegram;
        this.acknowledged = acknowledged;
    }

    @Override
    public Map<String, Object> on(Cluster cluster) throws Exception {
        Postgres postgres = cluster.postgres().orElseThrow();
        Thread.sleep(5000);
        postgres.kill();
        long gone = System.nanoTime();
        System.err.println("PostgreSQL is gone for " + GONE_MILLIS / 1000 + " s");
        Thread.sleep(5000);
        int updates = telegram.ledger().acknowledgedCount();
        int messages = acknowledged.count();
        int polls = telegram.calls("getUpdates");
        int red = 0;
        int looks = 0;
        while (System.nanoTime() - gone < GONE_MILLIS * 1_000_000) {
            Thread.sleep(1000);
            for (Node node : cluster.nodes()) {
                looks++;
                red += node.health() == 503 ? 1 : 0;
            }
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "acknowledged_while_gone",
                telegram.ledger().acknowledgedCount() - updates + acknowledged.count() - messages);
        figures.put("polls_while_gone", telegram.calls("getUpdates") - polls);
        figures.put("health_looks_while_gone", looks);
        figures.put("health_red_while_gone", red);
        updates = telegram.ledger().acknowledgedCount();
        messages = acknowledged.count();
        postgres.startAgain();
        long back = System.nanoTime();
        cluster.databaseDied();
        long healthy = 0;
        long telegramAgain = 0;
        long chatAgain = 0;
        while (healthy == 0 || telegramAgain == 0 || chatAgain == 0) {
            long millis = (System.nanoTime() - back) / 1_000_000;
            if (millis > 60_000) {
                throw new IllegalStateException("not back after 60 s, in ms: health " + healthy + ", Telegram "
                        + telegramAgain + ", web chat " + chatAgain + "; " + figures);
            }
            healthy =
                    healthy == 0 && cluster.nodes().stream().allMatch(node -> node.health() == 200) ? millis : healthy;
            telegramAgain =
                    telegramAgain == 0 && telegram.ledger().acknowledgedCount() > updates ? millis : telegramAgain;
            chatAgain = chatAgain == 0 && acknowledged.count() > messages ? millis : chatAgain;
            Thread.sleep(50);
        }
        figures.put("health_back_ms", healthy);
        figures.put("telegram_back_ms", telegramAgain);
        figures.put("web_chat_back_ms", chatAgain);
        if (Math.max(healthy, Math.max(telegramAgain, chatAgain)) > MOST_RECOVERY_MILLIS || red < looks) {
            throw new IllegalStateException("too late, or health did not say so: " + figures);
        }
        Thread.sleep(5000);
        return figures;
    }
}
