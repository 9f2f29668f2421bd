package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Details;
import java.util.Locale;
import java.util.Optional;

/** Somebody who writes to the company. */
public record Person(String id, String channel, Optional<String> name, Optional<Locale> language) {

    Address address() {
        return Address.of(id);
    }

    Details details() {
        var details = name.map(Details.none()::withName).orElse(Details.none());
        return language.map(details::withLanguage).orElse(details);
    }
}
