package dev.frontdesk.channel.email;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server's certificate, signed by itself, and the file by which it is trusted. */
record Certificates(SSLContext server, Path caFile) {
    private static final String PASSWORD = "a-key-of-a-test";

    /** @param name as in {@code ip:127.0.0.1} or {@code dns:mail.desk.example} */
    static Certificates of(Path folder, String name) throws Exception {
        Path store = folder.resolve(name.replace(':', '-') + ".p12");
        Path pem = folder.resolve(name.replace(':', '-') + ".pem");
        keytool("-genkeypair", "-keystore", store, "-keyalg", "EC", "-dname", "CN=desk", "-ext", "SAN=" + name);
        keytool("-exportcert", "-rfc", "-keystore", store, "-file", pem);
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return new Certificates(context, pem);
    }

    private static void keytool(Object... arguments) throws Exception {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(java.util.List.of("-storepass", PASSWORD, "-alias", "mail"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
