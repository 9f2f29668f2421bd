package dev.frontdesk.web;

import dev.frontdesk.api.channel.Intake.Overloaded;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.desk.Order;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A desk that keeps what is handed in. */
final class FakeDesk implements Desk {
    final List<Order> orders = new CopyOnWriteArrayList<>();
    final AtomicInteger looks = new AtomicInteger();
    volatile boolean full;

    @Override
    public void submit(Order order) throws Overloaded {
        if (full) {
            throw new Overloaded("the queue is full");
        }
        orders.add(order);
    }

    @Override
    public void lookAgain() {
        looks.incrementAndGet();
    }
}
