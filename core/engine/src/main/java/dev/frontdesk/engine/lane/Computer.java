package dev.frontdesk.engine.lane;

import dev.frontdesk.engine.watch.StepTypes;
import dev.frontdesk.engine.watch.StepWatch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes on a thread of its own, so that a plugin that never returns costs that thread and not the lane: its type is switched
 * off, and the computation is made again without it. Belongs to one lane.
 */
final class Computer {
    private static final Logger log = LoggerFactory.getLogger(Computer.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LOOKS = 4;
    private static final int STARVED = 10;

    private final String name;
    private final StepTypes types;
    private final Duration limit;
    private final java.util.function.Consumer<StepWatch.Call> alarm;
    private Worker worker;

    Computer(String name, StepTypes types, Duration limit, java.util.function.Consumer<StepWatch.Call> alarm) {
        this.name = name;
        this.types = types;
        this.limit = limit;
        this.alarm = alarm;
        this.worker = new Worker(name);
    }

    <T> T run(Function<StepWatch, T> computation) {
        while (true) {
            var current = worker;
            var task = new FutureTask<>(() -> computation.apply(current.watch));
            current.tasks.add(task);
            try {
                return await(task, current);
            } catch (Hung hung) {
                current.abandon();
                worker = new Worker(name);
                types.disable(
                        hung.call.type(), "step '" + hung.call.step() + "' (" + hung.call.where() + ") did not return");
                log.error(
                        "step '{}' of type '{}' ({}) did not return within {} ms. The type is switched off until the next start; its"
                                + " runs are parked and their conversations go to the default team.",
                        hung.call.step(),
                        hung.call.type(),
                        hung.call.where(),
                        limit.toMillis());
                alarm.accept(hung.call);
            }
        }
    }

    /**
     * A call that is over its limit has hung, unless it got no processor: that is not the plugin's fault. What counts is how often
     * it was found still running, so that a process which stood still itself, with its machine perhaps, blames nobody.
     */
    private <T> T await(FutureTask<T> task, Worker current) throws Hung {
        long seen = 0;
        long cpuThen = 0;
        int looks = 0;
        while (true) {
            try {
                return task.get(limit.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                var call = current.watch.current();
                if (call != null && call.since() != seen) {
                    seen = call.since();
                    cpuThen = current.cpu();
                    looks = 1;
                } else if (call != null && over(++looks, current, cpuThen)) {
                    throw new Hung(call);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while computing", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException wrong) {
                    throw wrong;
                }
                throw new IllegalStateException("computing failed", e.getCause());
            }
        }
    }

    private boolean over(int looks, Worker current, long cpuThen) {
        boolean starved =
                current.thread.getState() == Thread.State.RUNNABLE && current.cpu() - cpuThen < limit.toNanos() / LOOKS;
        return looks > LOOKS && (!starved || looks > STARVED * LOOKS);
    }

    void close() {
        worker.abandon();
    }

    private static final class Hung extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient StepWatch.Call call;

        Hung(StepWatch.Call call) {
            this.call = call;
        }
    }

    private static final class Worker implements Runnable {
        private final LinkedBlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
        private final StepWatch watch = new StepWatch();
        private final Thread thread;
        private volatile boolean abandoned;

        Worker(String name) {
            thread = Thread.ofPlatform().daemon().name(name + "-compute").unstarted(this);
            thread.start();
        }

        @Override
        public void run() {
            while (!abandoned) {
                try {
                    tasks.take().run();
                } catch (InterruptedException e) {
                    // Abandoned, or interrupted by a plugin: the loop's condition knows which.
                }
            }
        }

        long cpu() {
            return THREADS.getThreadCpuTime(thread.threadId());
        }

        void abandon() {
            abandoned = true;
            thread.interrupt();
        }
    }
}
