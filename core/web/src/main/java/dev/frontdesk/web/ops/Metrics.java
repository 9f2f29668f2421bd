package dev.frontdesk.web.ops;

import dev.frontdesk.web.http.RequestCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the process, as Prometheus reads them. Those of the JVM come once everything runs: they cost
 * start-up time.
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private @Nullable JvmGcMetrics gc;

    /** Where parts register their meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Counts what was answered how. */
    public void count(RequestCounts requests) {
        for (String area : RequestCounts.AREAS) {
            for (int statusClass = 1; statusClass <= 5; statusClass++) {
                int of = statusClass;
                FunctionCounter.builder("frontdesk.http.requests", requests, counts -> counts.count(area, of))
                        .tag("area", area)
                        .tag("status", of + "xx")
                        .description("Requests answered")
                        .register(registry);
            }
        }
    }

    /** Adds the numbers of the JVM, to be called when everything runs. */
    public synchronized void ready() {
        if (gc != null) {
            return;
        }
        gc = new JvmGcMetrics();
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    byte[] scrape() {
        return registry.scrape().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        if (gc != null) {
            gc.close();
        }
        registry.close();
    }
}
