package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.api.service.HttpGateway;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Asks a service about the contact and picks the wanted values out of its answer. */
public final class HttpEnricher implements Enricher {
    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final int LONGEST_URL = 8_000;

    private final HttpEnricherSettings settings;
    private final HttpGateway gateway;

    @Inject
    public HttpEnricher(HttpEnricherSettings settings, HttpGateway gateway) {
        this.settings = settings;
        this.gateway = gateway;
    }

    @Override
    public Set<String> reads() {
        var names = new TreeSet<>(settings.url().names());
        settings.headers().values().forEach(value -> names.addAll(value.names()));
        return names;
    }

    @Override
    public Set<String> finds() {
        return settings.values().keySet();
    }

    @Override
    public Enrichment lookUp(Facts facts, Duration most) throws InterruptedException {
        if (settings.url().names().stream().anyMatch(name -> isNobody(facts.text(name)))) {
            return new Enrichment.NotFound();
        }
        try {
            return answered(gateway.send(request(facts), LARGEST_ANSWER, most));
        } catch (IllegalArgumentException | HttpGateway.Refused e) {
            return new Enrichment.Failed(String.valueOf(e.getMessage()), false);
        } catch (HttpTimeoutException e) {
            return new Enrichment.Failed("no answer within " + most.toMillis() + " ms", true);
        } catch (IOException e) {
            return new Enrichment.Failed(e.getClass().getSimpleName() + ": " + e.getMessage(), true);
        }
    }

    /** Nothing would ask for everybody, and dots for the folder above. */
    private static boolean isNobody(String text) {
        return text.isBlank() || text.equals(".") || text.equals("..");
    }

    private HttpRequest request(Facts facts) {
        var url = settings.url().render(Escaping.forUrl(facts)).strip();
        if (url.length() > LONGEST_URL) {
            throw new IllegalArgumentException(
                    "the address would have " + url.length() + " characters; at most " + LONGEST_URL + " are sent");
        }
        var request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json");
        Call.headers(settings.headers(), facts).forEach(request::setHeader);
        settings.authorization().ifPresent(secret -> Authorization.put(request, secret, "of this enricher"));
        return request.build();
    }

    private Enrichment answered(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return Answer.found(response.body(), settings.values(), settings.notFoundWhen());
        } else if (status == 404 || status == 410) {
            return new Enrichment.NotFound();
        }
        return new Enrichment.Failed("status " + status, status / 100 == 5 || status == 429 || status == 408);
    }
}
