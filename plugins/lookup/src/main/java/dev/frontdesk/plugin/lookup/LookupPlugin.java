package dev.frontdesk.plugin.lookup;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.plugin.lookup.greeting.GreetingEnricher;
import dev.frontdesk.plugin.lookup.language.LanguageEnricher;
import dev.frontdesk.plugin.lookup.phone.PhoneEnricher;
import dev.frontdesk.plugin.lookup.phone.PhoneSettings;
import dev.frontdesk.plugin.lookup.sql.SqlEnricher;
import dev.frontdesk.plugin.lookup.sql.SqlSettings;
import dev.frontdesk.plugin.lookup.table.TableEnricher;
import dev.frontdesk.plugin.lookup.table.TableSettings;

/** What is known of who writes, from what is at hand. */
public final class LookupPlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.enricher("table", TableSettings.class, TableEnricher.class);
        to.enricher("sql", SqlSettings.class, SqlEnricher.class);
        to.enricher("language", LanguageEnricher.Settings.class, LanguageEnricher.class);
        to.enricher("phone", PhoneSettings.class, PhoneEnricher.class);
        to.enricher("greeting", GreetingEnricher.Settings.class, GreetingEnricher.class);
    }
}
