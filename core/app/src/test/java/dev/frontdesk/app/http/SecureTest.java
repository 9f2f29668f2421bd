package dev.frontdesk.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.service.HttpGateway.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, with a certificate for {@code right.example} that only this test trusts. */
class SecureTest {
    private static final char[] PASSWORD = "password".toCharArray();

    private static SSLContext context;
    private Canary canary;

    @BeforeAll
    static void makeACertificate(@TempDir Path folder) throws Exception {
        var file = folder.resolve("keys.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "one",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=right.example",
                        "-ext",
                        "SAN=dns:right.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "password",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        context = SSLContext.getInstance("TLS");
        context.init(ours.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @BeforeEach
    void start() throws IOException {
        var socket = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        canary = new Canary(socket, _ -> Canary.response("200 OK", "", "hello"));
    }

    @AfterEach
    void stop() throws IOException {
        canary.close();
    }

    private static GuardedHttp trusting() {
        return new GuardedHttp(
                Allowed.of(List.of("127.0.0.1")),
                _ -> List.of(InetAddress.getByName("127.0.0.1")),
                context::getSocketFactory);
    }

    private HttpResponse<byte[]> get(GuardedHttp http, String host) throws IOException, InterruptedException {
        var uri = URI.create("https://" + host + ":" + canary.port() + "/");
        return http.send(HttpRequest.newBuilder(uri).build(), 1000, Duration.ofSeconds(10));
    }

    @Test
    void theCheckedAddressIsCalledUnderItsName() throws Exception {
        try (var http = trusting()) {
            for (int i = 0; i < 3; i++) {
                assertThat(get(http, "right.example").body()).asString().isEqualTo("hello");
            }
        }
        assertThat(canary.requests).hasSize(3).allMatch(head -> head.contains("Host: right.example:"));
        assertThat(canary.connections()).isEqualTo(1);
    }

    @Test
    void aCertificateForAnotherNameIsNotAccepted() {
        try (var http = trusting()) {
            assertThatThrownBy(() -> get(http, "wrong.example")).isInstanceOf(NotSent.class);
            assertThatThrownBy(() -> get(http, "127.0.0.1")).isInstanceOf(NotSent.class);
        }
        assertThat(canary.requests).isEmpty();
    }

    @Test
    void aCertificateNobodyVouchesForIsNotAccepted() {
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            assertThatThrownBy(() -> get(http, "127.0.0.1")).isInstanceOf(NotSent.class);
        }
        assertThat(canary.requests).isEmpty();
    }

    @Test
    void aServerThatSpeaksNoTlsGetsNothing() throws Exception {
        try (var plain = new Canary(_ -> Canary.response("200 OK", "", ""));
                var http = trusting()) {
            var uri = URI.create("https://127.0.0.1:" + plain.port() + "/");
            assertThatThrownBy(() -> http.send(HttpRequest.newBuilder(uri).build(), 1000, Duration.ofMillis(500)))
                    .isInstanceOf(NotSent.class);
            assertThat(plain.requests).isEmpty();
        }
    }
}
