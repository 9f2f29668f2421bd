package dev.frontdesk.store.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.store.sql.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The facts of one row of the event log: each an array of type, conversation, ord, time and details. */
public final class FactsJson {
    private FactsJson() {}

    public static String write(List<Fact> facts) {
        return Json.write(json -> {
            json.writeStartArray();
            for (Fact fact : facts) {
                json.writeStartArray();
                json.writeString(Texts.clean(fact.type()));
                json.writeNumber(fact.conversation());
                json.writeNumber(fact.ord());
                json.writeNumber(fact.at());
                ValueJson.write(json, fact.details());
                json.writeEndArray();
            }
            json.writeEndArray();
        });
    }

    public static List<Fact> read(long contact, String text) {
        return Json.read(text, json -> {
            var facts = new ArrayList<Fact>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                facts.add(fact(contact, json));
            }
            return facts;
        });
    }

    private static Fact fact(long contact, JsonParser json) throws IOException {
        String type = json.nextTextValue();
        long conversation = json.nextLongValue(0);
        long ord = json.nextLongValue(0);
        long at = json.nextLongValue(0);
        json.nextToken();
        var details = ValueJson.read(json) instanceof Value.Fields fields ? fields : Value.EMPTY;
        json.nextToken();
        return new Fact(type, contact, conversation, ord, at, details);
    }
}
