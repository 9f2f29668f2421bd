package dev.frontdesk.plugin.http;

import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;

/** Makes one HTTP request and picks the wanted values out of its answer. */
public final class HttpRequestAction implements Action {
    static final String NAME = "http-request";
    private static final int LARGEST_ANSWER = 1024 * 1024;

    private final HttpRequestSettings settings;
    private final HttpGateway gateway;

    @Inject
    public HttpRequestAction(HttpRequestSettings settings, HttpGateway gateway) {
        this.settings = settings;
        this.gateway = gateway;
    }

    @Override
    public ActionResult perform(ActionCall wish, String idempotencyKey) throws InterruptedException {
        try {
            return perform(Call.from(wish.input()), idempotencyKey);
        } catch (IllegalArgumentException e) {
            return Trouble.FAILED.because(String.valueOf(e.getMessage()), false);
        }
    }

    private ActionResult perform(Call call, String idempotencyKey) throws InterruptedException {
        try {
            var response = gateway.send(request(call, idempotencyKey), LARGEST_ANSWER, call.timeout());
            return answered(call, response);
        } catch (HttpGateway.Refused e) {
            return Trouble.FAILED.because(String.valueOf(e.getMessage()), false);
        } catch (HttpGateway.NotSent e) {
            return Trouble.FAILED.because(String.valueOf(e.getMessage()), true);
        } catch (HttpTimeoutException e) {
            return Trouble.TIMEOUT.because("no answer within " + call.timeout().toMillis() + " ms", call.repeatable());
        } catch (IOException e) {
            return Trouble.FAILED.because(e.getClass().getSimpleName() + ": " + e.getMessage(), call.repeatable());
        }
    }

    private HttpRequest request(Call call, String idempotencyKey) {
        var request = HttpRequest.newBuilder(URI.create(call.url()));
        call.headers().forEach(request::header);
        if (call.sendKey()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        call.authorization().ifPresent(name -> authorize(request, name));
        var body = call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
        return request.method(call.method().name(), body).build();
    }

    private void authorize(HttpRequest.Builder request, String name) {
        var secret = settings.authorizations().get(name);
        if (secret == null) {
            throw new IllegalArgumentException("actions." + NAME + ".authorizations has no '" + name + "'");
        }
        Authorization.put(request, secret, "'" + name + "'");
    }

    private static ActionResult answered(Call call, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        return switch (status / 100) {
            case 2 -> Answer.picked(response.body(), call.save(), call.defaults());
            case 4 ->
                Trouble.CLIENT_ERROR.because("status " + status, call.repeatable() && (status == 429 || status == 408));
            case 5 -> Trouble.SERVER_ERROR.because("status " + status, call.repeatable());
            default -> Trouble.FAILED.because("status " + status, false);
        };
    }
}
