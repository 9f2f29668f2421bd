package dev.frontdesk.app.workflow;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A workflow as one JSON text in which keys are sorted and nothing of layout or comments is left: equal texts, equal workflows. */
final class Canonical {
    private Canonical() {}

    static String body(ConfigObject written, String name) {
        return written.withValue("name", ConfigValueFactory.fromAnyRef(name)).render(ConfigRenderOptions.concise());
    }

    /** Throws {@link ConfigException} when the text is not one that {@link #body} made. */
    static ConfigObject parse(String body, String origin) {
        var options = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON).setOriginDescription(origin);
        return ConfigFactory.parseString(body, options).root();
    }

    static String hash(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
