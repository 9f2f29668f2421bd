package dev.frontdesk.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has ever written to the bot and who has blocked it, its groups, and the business accounts it is connected to. Safe for use by many threads. */
final class People {

    /** A person in a private chat. */
    record Person(long chat, long id, String name) {}

    /** @param movedTo the supergroup it has become; 0 while it is what it was */
    record Group(long id, String title, long movedTo) {}

    record Connection(String id, long owner, String name, boolean enabled) {}

    private final Map<Long, Person> byChat = new ConcurrentHashMap<>();
    private final Map<Long, Group> groups = new ConcurrentHashMap<>();
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Set<Long> blocked = ConcurrentHashMap.newKeySet();
    private final Set<Long> closedTopics = ConcurrentHashMap.newKeySet();

    Person meet(long chat, long id, String name) {
        var person = new Person(chat, id, name);
        byChat.put(chat, person);
        return person;
    }

    Optional<Person> in(long chat) {
        return Optional.ofNullable(byChat.get(chat));
    }

    Group group(long id, String title) {
        return groups.computeIfAbsent(id, _ -> new Group(id, title, 0));
    }

    void move(long from, long to) {
        var old = groups.getOrDefault(from, new Group(from, "group", 0));
        groups.put(from, new Group(from, old.title(), to));
        groups.put(to, new Group(to, old.title(), 0));
    }

    Connection connect(Connection connection) {
        connections.put(connection.id(), connection);
        return connection;
    }

    Optional<Connection> connection(String id) {
        return Optional.ofNullable(connections.get(id));
    }

    void block(long chat, boolean on) {
        if (on) {
            blocked.add(chat);
        } else {
            blocked.remove(chat);
        }
    }

    void closeTopic(long topic) {
        closedTopics.add(topic);
    }

    /** The chat that a call is about, as it is shown in a message. */
    ObjectNode reachable(Params call) throws Refusal {
        long chat = call.number("chat_id", 0);
        if (closedTopics.contains(call.number("message_thread_id", 0))) {
            throw new Refusal(400, "Bad Request: message thread not found");
        }
        if (call.values().containsKey("business_connection_id")) {
            boolean on = connection(call.text("business_connection_id"))
                    .filter(Connection::enabled)
                    .isPresent();
            if (!on) {
                throw new Refusal(400, "Bad Request: BUSINESS_CONNECTION_INVALID");
            }
            return chat(in(chat).orElseThrow(People::notFound));
        }
        var group = groups.get(chat);
        if (group != null) {
            if (group.movedTo() != 0) {
                throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", group.movedTo());
            }
            return chat(group);
        }
        var person = in(chat).orElseThrow(People::notFound);
        if (blocked.contains(chat)) {
            throw new Refusal(403, "Forbidden: bot was blocked by the user");
        }
        return chat(person);
    }

    private static Refusal notFound() {
        return new Refusal(400, "Bad Request: chat not found");
    }

    static ObjectNode user(Person person) {
        return user(person.id(), person.name());
    }

    static ObjectNode user(long id, String name) {
        return Json.object()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", name)
                .put("language_code", "en");
    }

    static ObjectNode chat(Person person) {
        return Json.object()
                .put("id", person.chat())
                .put("first_name", person.name())
                .put("type", "private");
    }

    static ObjectNode chat(Group group) {
        return Json.object().put("id", group.id()).put("title", group.title()).put("type", "supergroup");
    }
}
