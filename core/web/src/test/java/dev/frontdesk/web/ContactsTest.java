package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.port.InboxReads;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is the same person as whom, by the word of an agent. */
class ContactsTest {
    private final Site site = new Site();
    private Browser anna;

    @BeforeEach
    void furnish() {
        anna = site.signedIn("anna");
        site.inbox.queued(700);
        site.inbox.queued(800);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> post(String path, String more) {
        return site.send(anna.request("POST", path, "{\"id\":\"" + UUID.randomUUID() + "\"," + more + "}"));
    }

    @Test
    void anAgentFindsAContactAndSaysThatItIsTheSamePerson() {
        assertThat(anna.get("/api/contacts?q=8").body()).contains("\"id\":\"8\"");
        assertThat(anna.get("/api/contacts?q=").body()).isEqualTo("{\"contacts\":[]}");
        assertThat(post("/api/contacts/7/merge", "\"other\":\"8\"").statusCode())
                .isEqualTo(202);
        assertThat(site.desk.orders).singleElement().satisfies(order -> {
            assertThat(order.contact()).isEqualTo(7);
            assertThat(order.what()).isEqualTo(new What.SamePerson(8));
            assertThat(dev.frontdesk.engine.desk.Order.of(7, order.payload()).what())
                    .isEqualTo(order.what());
        });
        assertThat(post("/api/contacts/7/merge", "\"other\":\"7\"").statusCode())
                .isEqualTo(422);
        assertThat(post("/api/contacts/7/merge", "\"other\":\"99\"").statusCode())
                .isEqualTo(422);
        assertThat(post("/api/contacts/99/merge", "\"other\":\"7\"").statusCode())
                .isEqualTo(404);
        assertThat(site.desk.orders).hasSize(1);
    }

    @Test
    void onlyAMergeOfThatContactIsUndone() {
        site.inbox.merges.add(new InboxReads.Merged(5, 8, "Bob", Set.of("site:bob"), "told by Anna", 1_000));
        assertThat(anna.get("/api/conversations/700").body())
                .contains("\"merged\":[{\"id\":\"5\",\"name\":\"Bob\",\"why\":\"told by Anna\"");
        assertThat(post("/api/contacts/7/unmerge", "\"merge\":\"5\"").statusCode())
                .isEqualTo(202);
        assertThat(site.desk.orders.getFirst().what()).isEqualTo(new What.Part(5, 8));
        assertThat(post("/api/contacts/7/unmerge", "\"merge\":\"6\"").statusCode())
                .isEqualTo(422);
        assertThat(site.post("/api/contacts/7/unmerge", "{}").statusCode()).isEqualTo(401);
    }
}
