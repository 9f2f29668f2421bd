package dev.frontdesk.engine.model;

import dev.frontdesk.api.Value;
import java.util.Set;

/**
 * What is known of a contact.
 *
 * @param language a BCP 47 tag, empty when unknown
 * @param unreachable why nothing can be sent to them, empty when it can
 * @param stored false until a row of its own exists: most contacts never need one
 */
public record Profile(
        String name,
        String language,
        Value.Fields fields,
        Set<String> tags,
        String unreachable,
        boolean blocked,
        boolean stored) {

    public Profile {
        tags = Set.copyOf(tags);
    }

    public Profile withFields(Value.Fields value) {
        return new Profile(name, language, value, tags, unreachable, blocked, stored);
    }

    public Profile withTags(Set<String> value) {
        return new Profile(name, language, fields, value, unreachable, blocked, stored);
    }

    public Profile withName(String value) {
        return new Profile(value, language, fields, tags, unreachable, blocked, stored);
    }

    public Profile withLanguage(String value) {
        return new Profile(name, value, fields, tags, unreachable, blocked, stored);
    }

    public Profile withUnreachable(String value) {
        return new Profile(name, language, fields, tags, value, blocked, stored);
    }
}
