package dev.frontdesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of message, as the core sees it. */
class WhatPeopleSendTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private Inbound one(String message) throws InterruptedException {
        return desk.bring(Desk.webhook(Desk.message(message))).getFirst();
    }

    private Content content(String message) throws InterruptedException {
        return ((Inbound.Message) one(message)).content();
    }

    @ParameterizedTest
    @CsvSource({
        "image, false, image",
        "video, false, video",
        "audio, false, audio",
        "audio, true, voice",
        "document, false, document",
        "sticker, false, sticker"
    })
    void files_stay_with_meta_for_a_week(String type, boolean voice, String kind) throws Exception {
        var content = content("{\"type\":\"" + type + "\",\"" + type + "\":{\"id\":\"8472\",\"mime_type\":\"x/y\","
                + "\"caption\":\"look\",\"filename\":\"a.b\",\"voice\":" + voice + "}}");
        var expires = Optional.of(Instant.ofEpochSecond(1749416383L + 7 * 86_400));
        assertThat(content)
                .isEqualTo(new Content.Media(kind, new Content.Remote("8472", expires, "a.b", "x/y", -1), "look"));
    }

    @Test
    void a_file_without_an_id_is_shown_as_what_it_is() throws Exception {
        assertThat(content("{\"type\":\"image\",\"image\":{\"caption\":\"look\"}}"))
                .isEqualTo(new Content.Unsupported("image", "look"));
    }

    @Test
    void places_and_cards() throws Exception {
        assertThat(content("""
                {"type":"location","location":{"latitude":37.4,"longitude":-122.1,"name":"Philz","address":"101 Forest Ave"}}""")).isEqualTo(new Content.Location(37.4, -122.1, "Philz, 101 Forest Ave"));
        assertThat(content(
                        "{\"id\":\"wamid.2\",\"type\":\"location\",\"location\":{\"latitude\":937.4,\"longitude\":1}}"))
                .isInstanceOf(Content.Unsupported.class);
        assertThat(content("""
                {"id":"wamid.3","type":"contacts","contacts":[
                {"name":{"formatted_name":"Monica"},"phones":[{"phone":"+1 666"},{"wa_id":"1777"}]},
                {"name":{"first_name":"Rachel","last_name":"Green"}}]}"""))
                .isEqualTo(new Content.Card("Monica", List.of("+1 666", "1777"), "Monica +1 666, 1777\nRachel Green"));
    }

    @Test
    void edits_and_removals_name_the_message_they_are_about() throws Exception {
        assertThat(one("""
                {"type":"edit","edit":{"original_message_id":"wamid.O=","message":{"type":"text","text":{"body":"new"}}}}""")).isInstanceOfSatisfying(Inbound.Edit.class, edit -> {
            assertThat(edit.messageId()).isEqualTo(Desk.NUMBER + ":wamid.O=");
            assertThat(edit.content()).isEqualTo(Content.text("new"));
        });
        assertThat(one("{\"id\":\"wamid.2\",\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.O=\"}}"))
                .isInstanceOfSatisfying(Inbound.Removed.class, removed -> {
                    assertThat(removed.messageId()).isEqualTo(Desk.NUMBER + ":wamid.O=");
                    assertThat(removed.from()).isEqualTo(Address.of(Desk.ANN));
                });
    }

    @Test
    void how_it_came_about_is_there_for_conditions() throws Exception {
        var message = (Inbound.Message) one("""
                {"type":"text","text":{"body":"Hi"},"context":{"id":"wamid.Q=","forwarded":true,
                "referred_product":{"catalog_id":"1","product_retailer_id":"p"}},
                "referral":{"source_type":"ad","headline":"Chat with us","ctwa_clid":"Aff"}}""");
        var more = message.details().more();
        assertThat(message.details().replyTo()).contains(Desk.NUMBER + ":wamid.Q=");
        assertThat(more.get("forwarded")).isEqualTo(Value.of(true));
        assertThat(((Value.Fields) more.get("ad")).get("headline")).isEqualTo(Value.of("Chat with us"));
        assertThat(((Value.Fields) more.get("product")).get("product_retailer_id"))
                .isEqualTo(Value.of("p"));
    }
}
