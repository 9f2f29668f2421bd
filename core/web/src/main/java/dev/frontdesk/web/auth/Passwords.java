package dev.frontdesk.web.auth;

import dev.frontdesk.web.http.Refusal;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the usual text form, {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}: what is stored says how it was made,
 * so the cost can rise later. Few are computed at a time, for each takes its memory. Safe for use by many threads.
 */
public final class Passwords {

    /** How much work one hash is. */
    public record Cost(int kibibytes, int passes, int lanes) {}

    public static final Cost DEFAULT = new Cost(19 * 1024, 2, 1);

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore atWork =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobody;

    @Inject
    public Passwords() {
        this(DEFAULT);
    }

    public Passwords(Cost cost) {
        this.cost = cost;
        this.nobody = encode(cost, new byte[SALT], new byte[HASH]);
    }

    public String hash(String password) throws InterruptedException {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return encode(cost, salt, derive(cost, salt, password, HASH));
    }

    /** The same work whether there is such a hash or not; an empty or strange one never verifies. */
    public boolean verify(String password, String stored) throws InterruptedException {
        var form = FORM.matcher(stored);
        boolean real = form.matches();
        if (!real) {
            form = FORM.matcher(nobody);
            form.matches();
        }
        var made = new Cost(number(form.group(1)), number(form.group(2)), number(form.group(3)));
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        boolean same = MessageDigest.isEqual(derive(made, salt, password, expected.length), expected);
        return real && same;
    }

    /** True when the hash was made at another cost than today's. */
    public boolean outdated(String stored) {
        return !stored.startsWith(prefix(cost));
    }

    private byte[] derive(Cost at, byte[] salt, String password, int length) throws InterruptedException {
        if (!atWork.tryAcquire(10, TimeUnit.SECONDS)) {
            throw Refusal.busy();
        }
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(at.kibibytes())
                    .withIterations(at.passes())
                    .withParallelism(at.lanes())
                    .withSalt(salt)
                    .build());
            var secret = password.getBytes(StandardCharsets.UTF_8);
            var hash = new byte[length];
            generator.generateBytes(secret, hash);
            Arrays.fill(secret, (byte) 0);
            return hash;
        } finally {
            atWork.release();
        }
    }

    private static String encode(Cost at, byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return prefix(at) + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static String prefix(Cost at) {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(at.kibibytes(), at.passes(), at.lanes());
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
