package dev.frontdesk.plugin.intent.entity;

import dev.frontdesk.api.Value;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** Finds the first of a kind in a text. */
interface Finder {
    Optional<Found<Value>> first(String text, Locale locale, ZonedDateTime now);

    static Finder of(Entity entity) {
        return switch (entity) {
            case Entity.Matching(var expression) ->
                (text, _, _) -> expression
                        .find(text)
                        .filter(groups -> !groups.getFirst().isBlank())
                        .map(groups -> {
                            var whole = groups.getFirst();
                            int from = text.indexOf(whole);
                            var value = groups.size() > 1 && !groups.get(1).isEmpty() ? groups.get(1) : whole;
                            return new Found<>(from, from + whole.length(), Value.of(value));
                        });
            case Entity.Email _ -> (text, _, _) -> EmailAddresses.first(text);
            case Entity.Phone(var region) -> (text, _, _) -> PhoneNumbers.first(text, region);
            case Entity.OneOf(var values) -> {
                var choices = new Choices(values);
                yield (text, _, _) -> choices.first(text);
            }
            case Entity.Date _ -> Dates::first;
            case Entity.Number _ -> (text, locale, _) -> Numbers.first(text, locale);
        };
    }
}
