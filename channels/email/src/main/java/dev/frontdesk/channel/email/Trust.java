package dev.frontdesk.channel.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom we believe to be a mail server, and what to do when we do not. */
final class Trust {
    private Trust() {}

    /** Connections only to servers with a certificate of this file, or signed by one of it. */
    static SSLSocketFactory only(String caFile) throws IOException {
        try (InputStream pem = Files.newInputStream(Path.of(caFile))) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
            }
            if (trusted.size() == 0) {
                throw new IOException("ca-file: there is no certificate in " + caFile);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("ca-file: " + caFile + " holds no certificates: " + e.getMessage(), e);
        }
    }

    /** Why a connection was not protected and what to do about it; empty when that is not what was wrong. */
    static Optional<String> problem(Throwable failure, String host) {
        // What went wrong stands below where it went wrong.
        var broken = Optional.<String>empty();
        for (Throwable e = failure; e != null; e = e.getCause()) {
            String said = String.valueOf(e.getMessage());
            boolean offered = said.contains("STARTTLS failure")
                    || said.contains("Could not convert socket to TLS")
                    || said.contains("STLS required but failed");
            boolean notOffered = said.contains("STARTTLS required")
                    || said.contains("STARTTLS is required")
                    || said.contains("STLS required");
            if (notOffered && !offered) {
                return told(
                        "the server at " + host + " offers no STARTTLS, or somebody in between took the offer away",
                        "If it knows TLS from the first byte, set security = tls");
            }
            if (e instanceof CertificateExpiredException) {
                return told("the certificate of " + host + " is out of date (" + said + ")", "Renew it there");
            }
            if (e instanceof CertPathBuilderException || e instanceof CertPathValidatorException) {
                return told(
                        "the certificate of " + host + " is signed by nobody who is trusted here",
                        "If the server is your own, name the certificate of its authority as ca-file");
            }
            boolean otherName = e instanceof CertificateException && said.startsWith("No ")
                    || said.startsWith("Can't verify identity");
            if (otherName) {
                return told(
                        "the server at " + host + " shows a certificate for another name (" + said + ")",
                        "Name it as host the way its certificate does");
            }
            if (broken.isEmpty() && (offered || e instanceof SSLException)) {
                broken = told(
                        "no protected connection to " + host + " (" + said + ")",
                        "Check port and security: tls and starttls have different ports");
            }
        }
        return broken;
    }

    private static Optional<String> told(String what, String whatToDo) {
        return Optional.of(Addresses.line(what, 400) + ": nothing was sent. " + whatToDo);
    }
}
