package dev.frontdesk.app.config;

import com.typesafe.config.ConfigObject;
import java.util.HashMap;

/** A block of settings that somebody else understands: a plugin. Bound when the plugin is known. */
public record Block(String path, ConfigObject keys) {

    public Block without(String... names) {
        var rest = keys;
        for (var name : names) {
            rest = rest.withoutKey(name);
        }
        return new Block(path, rest);
    }

    public static Block empty(String path) {
        return new Block(path, com.typesafe.config.ConfigValueFactory.fromMap(new HashMap<>(), "default"));
    }
}
