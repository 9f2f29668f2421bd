package dev.frontdesk.plugin.lookup.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.testkit.enrich.EnricherContractTest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneEnricherTest implements EnricherContractTest {
    @Override
    public Enricher enricher() {
        return in(Optional.of("DE"));
    }

    private static Enricher in(Optional<String> region) {
        return new PhoneEnricher(new PhoneSettings(region));
    }

    @Override
    public Map<String, Value> clear() {
        return Map.of("contact.phone", Value.of("030 123456"));
    }

    private static Enrichment asked(Enricher enricher, String phone) throws InterruptedException {
        return enricher.lookUp(Facts.of(Map.of("contact.phone", Value.of(phone))), Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "030 123456, +4930123456, DE, Europe/Berlin",
        "+7 (916) 123-45-67, +79161234567, RU, Europe/Moscow",
        "+7 343 278-12-34, +73432781234, RU, Asia/Yekaterinburg",
        "+7 701 123 4567, +77011234567, KZ, Asia/Almaty",
        "+1 212 555 2368, +12125552368, US, America/New_York",
        "+1 604 555 2368, +16045552368, CA, America/Vancouver",
        "+380 44 234 5678, +380442345678, UA, Europe/Kyiv",
        "+55 92 3234-5678, +559232345678, BR, America/Manaus",
        "+61 8 9221 1234, +61892211234, AU, Australia/Perth"
    })
    void saysWhereTheNumberIsFrom(String written, String phone, String country, String zone)
            throws InterruptedException {
        assertThat(asked(enricher(), written))
                .isEqualTo(new Enrichment.Found(Map.of(
                        "phone", Value.of(phone),
                        "valid", Value.of(true),
                        "country", Value.of(country),
                        "time_zone", Value.of(zone))));
    }

    @Test
    void guessesNoZoneWhereACountryHasManyAndTheNumberNone() throws InterruptedException {
        assertThat(asked(enricher(), "+1 800 555 2368"))
                .isInstanceOfSatisfying(
                        Enrichment.Found.class,
                        found -> assertThat(found.values()).doesNotContainKey("time_zone"));
    }

    @Test
    void saysWhenANumberCannotBeRight() throws InterruptedException {
        assertThat(asked(in(Optional.empty()), "+49 1 1111111"))
                .isInstanceOfSatisfying(
                        Enrichment.Found.class,
                        found -> assertThat(found.values()).containsEntry("valid", Value.of(false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "phone", "12", "+", "0", "++49", "call me", "anna@example.com"})
    void findsNothingInWhatIsNoNumber(String text) throws InterruptedException {
        assertThat(asked(enricher(), text)).isEqualTo(new Enrichment.NotFound());
    }

    @Test
    void readsNumbersOfProvidersThatLeaveOutThePlus() throws InterruptedException {
        assertThat(asked(in(Optional.empty()), "79161234567"))
                .isInstanceOfSatisfying(
                        Enrichment.Found.class,
                        found -> assertThat(found.values()).containsEntry("phone", Value.of("+79161234567")));
    }

    @Test
    void knowsNoCountryWithoutARegion() throws InterruptedException {
        assertThat(asked(in(Optional.empty()), "030 123456")).isEqualTo(new Enrichment.NotFound());
    }

    @Test
    void refusesARegionThatIsNone() {
        assertThatThrownBy(() -> new PhoneSettings(Optional.of("Germany")))
                .hasMessage("'GERMANY' is no country; write it with two letters, as DE");
        assertThat(new PhoneSettings(Optional.of("de")).region()).contains("DE");
    }

    @Test
    void everyCountryHasAZoneButThoseWithSeveralAlike() {
        for (var country : PhoneNumberUtil.getInstance().getSupportedRegions()) {
            var zone = Zones.of(country, "");
            if (Set.of("US", "CA").contains(country)) {
                assertThat(zone).isEmpty();
            } else {
                assertThat(zone).as(country).isPresent();
                assertThat(ZoneId.getAvailableZoneIds()).contains(zone.orElseThrow());
            }
        }
    }
}
