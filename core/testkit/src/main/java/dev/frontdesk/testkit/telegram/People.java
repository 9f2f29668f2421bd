package dev.frontdesk.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has ever written to the bot, and who has blocked it. Safe for use by many threads. */
final class People {

    /** A person in a private chat. */
    record Person(long chat, long id, String name) {}

    private final Map<Long, Person> byChat = new ConcurrentHashMap<>();
    private final Set<Long> blocked = ConcurrentHashMap.newKeySet();

    Person meet(long chat, long id, String name) {
        var person = new Person(chat, id, name);
        byChat.put(chat, person);
        return person;
    }

    Optional<Person> in(long chat) {
        return Optional.ofNullable(byChat.get(chat));
    }

    void block(long chat, boolean on) {
        if (on) {
            blocked.add(chat);
        } else {
            blocked.remove(chat);
        }
    }

    boolean blocked(long chat) {
        return blocked.contains(chat);
    }

    static ObjectNode user(Person person) {
        return Json.object()
                .put("id", person.id())
                .put("is_bot", false)
                .put("first_name", person.name())
                .put("language_code", "en");
    }

    static ObjectNode chat(Person person) {
        return Json.object()
                .put("id", person.chat())
                .put("first_name", person.name())
                .put("type", "private");
    }
}
