package dev.frontdesk.testkit.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the Graph API does with messages and templates, with the refusals of the real one. Safe for use by many threads. */
final class GraphApi {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Set<String> FILES = Set.of("image", "video", "audio", "document", "sticker");

    private final People people;
    private final MediaShelf shelf;
    private final Ledger ledger;
    private final InstantSource clock;
    private final AtomicLong ids = new AtomicLong(1000);
    private final List<ObjectNode> templates = new CopyOnWriteArrayList<>();
    private volatile Consumer<Ledger.Sent> onSent = _ -> {};
    private volatile int page = 100;

    GraphApi(People people, MediaShelf shelf, Ledger ledger, InstantSource clock) {
        this.people = people;
        this.shelf = shelf;
        this.ledger = ledger;
        this.clock = clock;
    }

    void onSent(Consumer<Ledger.Sent> listener) {
        onSent = listener;
    }

    void template(ObjectNode template) {
        templates.removeIf(one -> one.path("name").equals(template.path("name"))
                && one.path("language").equals(template.path("language")));
        templates.add(template);
    }

    void restartIds(long last) {
        ids.set(last);
    }

    void pages(int size) {
        page = size;
    }

    String wamid() {
        return "wamid.HBgL" + ids.incrementAndGet() + "A=";
    }

    /** A message, or that one of theirs was read. */
    ObjectNode messages(JsonNode body) throws Refusal {
        require(body.path("messaging_product").asText().equals("whatsapp"), 100, "messaging_product is required");
        if (body.path("status").asText().equals("read")) {
            var about = body.path("message_id").asText();
            require(about.startsWith("wamid."), 100, "message_id is not valid");
            ledger.read(about);
            if (body.has("typing_indicator")) {
                ledger.typing(about);
            }
            return Json.object().put("success", true);
        }
        var to = body.has("to")
                ? body.path("to").asText()
                : body.path("recipient").asText();
        require(!to.isEmpty(), 100, "The parameter to is required.");
        require(body.path("recipient_type").asText("individual").equals("individual"), 100, "recipient_type");
        check(body);
        addressed(to, body);
        var sent = new Ledger.Sent(wamid(), to, body, clock.instant());
        ledger.add(sent);
        onSent.accept(sent);
        var answer = Json.object().put("messaging_product", "whatsapp");
        answer.putArray("contacts").addObject().put("input", to).put("wa_id", people.waId(to));
        answer.putArray("messages").addObject().put("id", sent.wamid());
        return answer;
    }

    private void addressed(String to, JsonNode body) throws Refusal {
        if (people.isUnreachable(to)) {
            throw new Refusal(400, 131026, "Message undeliverable", "Message Undeliverable.");
        }
        boolean open = people.lastWrote(to)
                .or(() -> people.lastWrote(people.waId(to)))
                .map(at -> at.plus(WINDOW).isAfter(clock.instant()))
                .orElse(false);
        if (!open && !body.path("type").asText().equals("template")) {
            throw new Refusal(
                    400,
                    131047,
                    "Re-engagement message",
                    "Message failed to send because more than 24 hours have passed since the customer last replied");
        }
    }

    private void check(JsonNode body) throws Refusal {
        var type = body.path("type").asText();
        var said = body.path(type);
        require(said.isObject() || type.equals("contacts"), 100, "The parameter " + type + " is required.");
        if (FILES.contains(type)) {
            require(shelf.get(said.path("id").asText()).isPresent(), 100, "Media ID is not a valid id");
            require(said.path("caption").asText().length() <= 1024, 131009, "Caption is too long");
        }
        switch (type) {
            case "text" -> {
                var text = said.path("body").asText();
                require(!text.isBlank(), 100, "The parameter text['body'] is required.");
                require(text.length() <= 4096, 100, "Param text['body'] must be at most 4096 characters long.");
            }
            case "interactive" -> interactive(said);
            case "template" -> template(said);
            case "location" -> require(said.has("latitude") && said.has("longitude"), 131009, "Where?");
            case "contacts" ->
                require(
                        !said.path(0)
                                .path("name")
                                .path("formatted_name")
                                .asText()
                                .isEmpty(),
                        131009,
                        "Whose?");
            default -> require(FILES.contains(type), 131051, "Message type is not currently supported");
        }
    }

    private static void interactive(JsonNode said) throws Refusal {
        var text = said.path("body").path("text").asText();
        require(!text.isBlank() && text.length() <= 1024, 131009, "Body text length invalid");
        var titles = new HashSet<String>();
        if (said.path("type").asText().equals("button")) {
            var buttons = said.path("action").path("buttons");
            require(!buttons.isEmpty() && buttons.size() <= 3, 131009, "Invalid buttons count. Min: 1, Max: 3");
            for (var button : buttons) {
                row(button.path("reply"), 20, 256);
                require(titles.add(button.path("reply").path("title").asText()), 131009, "Duplicated button title");
            }
        } else {
            var rows = said.path("action").path("sections").path(0).path("rows");
            require(!rows.isEmpty() && rows.size() <= 10, 131009, "Total row count exceed max allowed count: 10");
            require(!said.path("action").path("button").asText().isBlank(), 131009, "The list needs a button");
            for (var row : rows) {
                row(row, 24, 200);
            }
        }
    }

    private static void row(JsonNode row, int longestTitle, int longestId) throws Refusal {
        var title = row.path("title").asText();
        var id = row.path("id").asText();
        require(!title.isBlank() && title.length() <= longestTitle, 131009, "Title length invalid");
        require(!id.isEmpty() && id.length() <= longestId, 131009, "Id length invalid");
    }

    private void template(JsonNode said) throws Refusal {
        var name = said.path("name").asText();
        var code = said.path("language").path("code").asText();
        var found = templates.stream()
                .filter(one -> one.path("name").asText().equals(name)
                        && one.path("language").asText().equals(code))
                .findFirst();
        if (found.isEmpty() || !found.get().path("status").asText().equals("APPROVED")) {
            throw new Refusal(404, 132001, "Template name does not exist in the translation", name + " in " + code);
        }
        int wanted = blanks(found.get(), "BODY");
        int given = parameters(said, "body").size();
        if (wanted != given) {
            throw new Refusal(
                    400, 132000, "Number of parameters does not match", "body: " + given + ", expected " + wanted);
        }
        for (var parameter : parameters(said, "header")) {
            var type = parameter.path("type").asText();
            if (FILES.contains(type)) {
                require(shelf.get(parameter.path(type).path("id").asText()).isPresent(), 131053, "Media upload error");
            }
        }
    }

    private static int blanks(JsonNode template, String type) {
        for (var component : template.path("components")) {
            if (component.path("type").asText().equals(type)) {
                return component.path("text").asText().split("\\{\\{", -1).length - 1;
            }
        }
        return 0;
    }

    private static JsonNode parameters(JsonNode said, String type) {
        for (var component : said.path("components")) {
            if (component.path("type").asText().equals(type)) {
                return component.path("parameters");
            }
        }
        return Json.object().putArray("parameters");
    }

    /** One page of the templates. */
    ObjectNode templates(String after, String base) {
        int start = after.isEmpty() ? 0 : Integer.parseInt(after);
        int end = Math.min(templates.size(), start + page);
        var answer = Json.object();
        var data = answer.putArray("data");
        templates.subList(start, end).forEach(data::add);
        var paging = answer.putObject("paging");
        paging.putObject("cursors").put("before", Integer.toString(start)).put("after", Integer.toString(end));
        if (end < templates.size()) {
            paging.put("next", base + "&after=" + end);
        }
        return answer;
    }

    private static void require(boolean holds, int code, String details) throws Refusal {
        if (!holds) {
            throw new Refusal(400, code, code == 100 ? "Invalid parameter" : "Parameter value is not valid", details);
        }
    }
}
