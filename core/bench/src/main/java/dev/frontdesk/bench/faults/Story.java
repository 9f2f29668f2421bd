package dev.frontdesk.bench.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What one customer does: writes, hears the question, answers, hears the confirmation; some begin with two messages at once, some
 * have their conversation closed by the bot and come back. Every text is the only one of its kind, so that it can be found again.
 */
final class Story implements Runnable {
    private static final int KINDS = 4;

    private final int number;
    private final String channel;
    private final Customer customer;
    private final Patience patience;
    private final List<String> said = new ArrayList<>();
    private volatile String awaits = "";
    private volatile int cycles;
    private volatile boolean over;

    Story(int number, String channel, Customer customer, Patience patience) {
        this.number = number;
        this.channel = channel;
        this.customer = customer;
        this.patience = patience;
    }

    @Override
    public void run() {
        try (customer) {
            boolean whole =
                    switch (number % KINDS) {
                        case 0 -> conversation("finish", false) && conversation("stay", false);
                        case 1 -> conversation("stay", true);
                        default -> conversation("stay", false);
                    };
            over = whole;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean conversation(String wish, boolean hasty) throws InterruptedException {
        String id = "p" + number + "-" + ++cycles;
        String question = "About " + id + "a hello";
        boolean asked = hasty
                ? says(id + "a hello") && says(id + "b I want to stay, and quickly") && hears(question)
                : says(id + "a hello") && hears(question) && says(id + "b I want to " + wish);
        return asked && hears("Noted: " + id + "b");
    }

    private boolean says(String text) throws InterruptedException {
        awaits = "to have said: " + text;
        synchronized (said) {
            said.add(text);
        }
        return customer.says(text, patience);
    }

    private boolean hears(String part) throws InterruptedException {
        awaits = part;
        return customer.hears(part, patience);
    }

    /** In order. */
    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    /** How many conversations it has begun, each after the one before was closed. */
    int cycles() {
        return cycles;
    }

    /** What it has not heard yet. */
    String awaits() {
        return awaits;
    }

    boolean over() {
        return over;
    }

    @Override
    public String toString() {
        return "customer " + number + " (" + channel + ") waits for: " + awaits;
    }
}
