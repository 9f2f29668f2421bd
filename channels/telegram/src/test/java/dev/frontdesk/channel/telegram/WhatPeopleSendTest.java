package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.channel.telegram.TelegramSettings.Groups;
import dev.frontdesk.testkit.telegram.Customer;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of message, and all that happens to messages, as it comes from Telegram. */
class WhatPeopleSendTest {
    private static final long ANN = 6_000_000_001L;
    private static final long NEIGHBOURS = -1_001_000_000_555L;

    private final FakeTelegram telegram = new FakeTelegram();
    private final Customer ann = telegram.customer(ANN, "Ann");
    private final Reading reading = new Reading("123456", Groups.IGNORE);
    private final Reading answering = new Reading("123456", Groups.ANSWER);

    @AfterEach
    void close() {
        telegram.close();
    }

    private Inbound last(Reading by) {
        var items = by.read(telegram.ledger().enqueued().getLast().raw()).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private Inbound.Message message() {
        return (Inbound.Message) last(reading);
    }

    private static String key(long message) {
        return "123456:" + ANN + ":" + message;
    }

    private static Value more(Inbound.Message message, String name) {
        return message.details().more().get(name);
    }

    @ParameterizedTest
    @CsvSource({
        "photo, image, image/jpeg",
        "video, video, video/mp4",
        "animation, animation, video/mp4",
        "video_note, animation, video/mp4",
        "audio, audio, audio/mpeg",
        "voice, voice, audio/ogg",
        "document, document, application/pdf",
        "sticker, sticker, image/webp"
    })
    void a_file_is_media_that_can_be_fetched(String sent, String kind, String type) {
        ann.sends(sent, new byte[] {1, 2, 3}, "a name", type, kind.equals("sticker") ? "" : "Look");
        var media = (Content.Media) message().content();
        assertThat(media.kind()).isEqualTo(kind);
        assertThat(media.plainText()).isEqualTo(kind.equals("sticker") ? "" : "Look");
        assertThat(media.file()).isInstanceOfSatisfying(Content.Remote.class, file -> {
            assertThat(file.size()).isEqualTo(3);
            assertThat(file.mediaType()).isEqualTo(type);
            assertThat(file.name()).isEqualTo("a name");
            assertThat(file.handle()).startsWith("123456:AQAD").doesNotContain("small", "AAF");
            assertThat(file.expires()).isEmpty();
        });
    }

    @Test
    void the_largest_of_a_photos_sizes_is_taken() {
        ann.sends("photo", new byte[] {1}, "", "image/jpeg", "");
        var file = (Content.Remote) message().content().files().getFirst();
        assertThat(file.handle()).contains(":AgACAgIAAxk-");
    }

    @Test
    void a_sticker_says_its_emoji_and_what_it_moves_by() {
        ann.says(json("{'sticker':{'file_id':'a','file_unique_id':'b','emoji':'🙂','is_animated':true}}"));
        var sticker = (Content.Media) message().content();
        assertThat(sticker.plainText()).isEqualTo("🙂");
        assertThat(sticker.file().mediaType()).isEqualTo("application/x-tgsticker");
    }

    @Test
    void music_without_a_file_name_is_named_after_itself() {
        ann.says(json("{'audio':{'file_id':'a','file_unique_id':'b','performer':'Bach','title':'Aria'}}"));
        assertThat(message().content().files().getFirst().name()).isEqualTo("Bach – Aria");
    }

    @Test
    void an_animation_is_one_although_it_comes_as_a_document_too() {
        ann.says(json("{'document':{'file_id':'d'},'animation':{'file_id':'a','file_name':'x.gif'}}"));
        assertThat(((Content.Media) message().content()).kind()).isEqualTo(Content.ANIMATION);
    }

    @Test
    void a_location_is_a_place_and_one_with_a_name_has_it() {
        ann.shares(52.5, 13.4);
        assertThat(message().content()).isEqualTo(new Content.Location(52.5, 13.4, ""));
        ann.says(json("{'venue':{'title':'Cafe','address':'Street 1','location':{'latitude':1.5,'longitude':2.5}},"
                + "'location':{'latitude':1.5,'longitude':2.5}}"));
        assertThat(message().content()).isEqualTo(new Content.Location(1.5, 2.5, "Cafe, Street 1"));
    }

    @Test
    void a_moving_location_is_edits_of_one_message() {
        var shared = ann.shares(52.5, 13.4);
        ann.moves(shared.message(), 52.6, 13.5);
        assertThat(last(reading)).isInstanceOfSatisfying(Inbound.Edit.class, edit -> {
            assertThat(edit.messageId()).isEqualTo(key(shared.message()));
            assertThat(edit.content()).isEqualTo(new Content.Location(52.6, 13.5, ""));
        });
    }

    @Test
    void a_contact_card_says_whether_it_is_the_senders_own() {
        ann.gives("+49 30 123", "Ann", ANN);
        assertThat(message().content()).isEqualTo(new Content.Card("Ann", List.of("+49 30 123"), "Ann +49 30 123"));
        assertThat(more(message(), "card")).isEqualTo(Value.of("own"));
        ann.gives("+49 30 456", "Bob", 77);
        assertThat(more(message(), "card")).isEqualTo(Value.of("other"));
    }

    @Test
    void an_album_is_its_messages_with_something_in_common() {
        ann.sendsAlbum(List.of(new byte[] {1}, new byte[] {2}, new byte[] {3}));
        var albums = telegram.ledger().enqueued().stream()
                .map(update ->
                        (Inbound.Message) reading.read(update.raw()).items().getFirst())
                .map(message -> message.details().album().orElseThrow())
                .toList();
        assertThat(albums).hasSize(3).containsOnly(albums.getFirst());
        assertThat(albums.getFirst()).startsWith("123456:" + ANN + ":13");
    }

    @Test
    void a_reply_names_the_key_of_what_it_answers_and_what_it_quotes() {
        ann.replies(105, "This one");
        assertThat(message().details().replyTo()).contains(key(105));
        ann.says(json("{'text':'Why?','reply_to_message':{'message_id':7},'quote':{'text':'free','position':1}}"));
        assertThat(message().details().replyTo()).contains(key(7));
        assertThat(more(message(), "quote")).isEqualTo(Value.of("free"));
    }

    @Test
    void an_edit_names_the_key_of_what_it_changes() {
        var wrote = ann.writes("helo");
        ann.edits(wrote.message(), "hello");
        assertThat(last(reading))
                .isInstanceOfSatisfying(
                        Inbound.Edit.class, edit -> assertThat(edit.messageId()).isEqualTo(key(wrote.message())));
    }

    /** By it the last of several is found where they come in any order. */
    @Test
    void an_edit_a_move_and_a_reaction_have_the_time_at_which_they_were_made() {
        var wrote = ann.writes("helo");
        ann.edits(wrote.message(), "hello");
        assertThat(((Inbound.Edit) last(reading)).sentAt()).isPresent();
        var shared = ann.shares(52.5, 13.4);
        ann.moves(shared.message(), 52.6, 13.5);
        assertThat(((Inbound.Edit) last(reading)).sentAt()).isPresent();
        ann.reacts(105, "👍");
        assertThat(((Inbound.Reaction) last(reading)).sentAt()).isPresent();
    }

    @Test
    void reactions_are_all_that_stand_now_and_none_takes_them_back() {
        ann.reacts(105, "👍", "🔥");
        assertThat(last(reading)).isInstanceOfSatisfying(Inbound.Reaction.class, reaction -> {
            assertThat(reaction.messageId()).isEqualTo(key(105));
            assertThat(reaction.from()).isEqualTo(Address.of(Long.toString(ANN)));
            assertThat(reaction.emoji()).isEqualTo("👍🔥");
        });
        ann.reacts(105);
        assertThat(((Inbound.Reaction) last(reading)).emoji()).isEmpty();
    }

    @Test
    void a_start_tells_the_word_of_its_link_and_a_command_its_name() {
        ann.writes("/start shop-7");
        assertThat(message().content()).isEqualTo(Content.text("/start shop-7"));
        assertThat(more(message(), "command")).isEqualTo(Value.of("start"));
        assertThat(more(message(), "start")).isEqualTo(Value.of("shop-7"));
        ann.writes("/Help@desk_bot now");
        assertThat(more(message(), "command")).isEqualTo(Value.of("help"));
        assertThat(more(message(), "start")).isEqualTo(Value.NIL);
        ann.writes("/ or /usr/bin?");
        assertThat(more(message(), "command")).isEqualTo(Value.NIL);
    }

    @Test
    void a_forwarded_message_says_whose_it_was_as_far_as_that_is_told() {
        ann.says(json("{'text':'a','forward_origin':{'type':'user','sender_user':{'first_name':'Bob'}}}"));
        assertThat(more(message(), "forwarded")).isEqualTo(Value.of("Bob"));
        ann.says(json("{'text':'a','forward_origin':{'type':'hidden_user','sender_user_name':'Cleo'}}"));
        assertThat(more(message(), "forwarded")).isEqualTo(Value.of("Cleo"));
        ann.says(json("{'text':'a','forward_origin':{'type':'channel','chat':{'title':'News'}}}"));
        assertThat(more(message(), "forwarded")).isEqualTo(Value.of("News"));
        ann.says(json("{'text':'a','forward_origin':7,'via_bot':{'username':'gif'}}"));
        assertThat(more(message(), "forwarded")).isEqualTo(Value.of("somebody"));
        assertThat(more(message(), "via-bot")).isEqualTo(Value.of("gif"));
    }

    @Test
    void a_rich_message_is_its_words() {
        ann.says(json("{'rich_message':{'blocks':[{'type':'heading','text':'Hi'},{'type':'paragraph','text':"
                + "['there ',{'type':'bold','text':'you'}]},{'type':'list','items':[{'label':'•','blocks':"
                + "[{'type':'paragraph','text':'one'}]}]}]}}"));
        assertThat(message().content().plainText())
                .startsWith("Hi\nthere you\n")
                .contains("• one");
    }

    @Test
    void a_topic_is_where_the_answer_goes_and_not_another_person() {
        ann.inTopic(7).writes("About my order");
        assertThat(message().from()).isEqualTo(new Address(Long.toString(ANN), ANN + "#7"));
        assertThat(Place.of(message().from())).hasValueSatisfying(place -> {
            assertThat(place.chat()).isEqualTo(ANN);
            assertThat(place.topic()).hasValue(7);
        });
    }

    @Test
    void groups_are_noted_unless_they_are_to_be_answered() {
        ann.inGroup(NEIGHBOURS, "Neighbours").writes("Anybody there?");
        assertThat(last(reading)).isInstanceOf(Inbound.Notice.class);
        assertThat(last(answering)).isInstanceOfSatisfying(Inbound.Message.class, message -> {
            assertThat(message.id()).startsWith("123456:" + NEIGHBOURS + ":");
            assertThat(message.from())
                    .as("not the person of the private chat: what is said there must not be answered here")
                    .isEqualTo(new Address(NEIGHBOURS + "/" + ANN, Long.toString(NEIGHBOURS)));
        });
        ann.inGroup(NEIGHBOURS, "Neighbours").inTopic(3).writes("And here?");
        assertThat(((Inbound.Message) last(answering)).from().thread()).isEqualTo(NEIGHBOURS + "#3");
    }

    @Test
    void in_an_answered_group_nobody_is_made_of_admins_channels_bots_and_service_messages() {
        for (var fields : List.of(
                "{'text':'a','sender_chat':{'id':-1}}",
                "{'text':'a','from':{'id':1087968824,'is_bot':true}}",
                "{'new_chat_title':'b'}",
                "{'migrate_to_chat_id':-1009}",
                "{'left_chat_member':{'id':3}}")) {
            ann.inGroup(NEIGHBOURS, "Neighbours").says(json(fields));
            assertThat(last(answering)).as(fields).isInstanceOf(Inbound.Notice.class);
        }
        ann.inGroup(NEIGHBOURS, "Neighbours").reacts(3, "👍");
        assertThat(((Inbound.Reaction) last(answering)).from().identity()).isEqualTo(NEIGHBOURS + "/" + ANN);
    }

    @Test
    void a_customer_of_a_business_account_opens_and_its_owner_never_does() {
        telegram.connect("biz_1", 42, "Olga", true);
        assertThat(last(reading)).isInstanceOfSatisfying(Inbound.Notice.class, notice -> {
            assertThat(notice.kind()).isEqualTo("telegram.business_connection");
            assertThat(notice.details().toString()).contains("enabled", "true", "Olga");
        });
        var there = ann.atBusiness("biz_1");
        var wrote = there.writes("Are you open?");
        var key = "123456:" + ANN + "@biz_1:" + wrote.message();
        var who = new Address(Long.toString(ANN), ANN + "@biz_1");
        assertThat(message().id()).isEqualTo(key);
        assertThat(message().from()).isEqualTo(who);

        there.ownerWrites("Yes");
        assertThat(last(reading)).isInstanceOfSatisfying(Inbound.Echo.class, echo -> {
            assertThat(echo.about()).isEqualTo(who);
            assertThat(echo.content()).isEqualTo(Content.text("Yes"));
        });
        there.edits(wrote.message(), "Are you open today?");
        assertThat(((Inbound.Edit) last(reading)).messageId()).isEqualTo(key);
        there.deletes(wrote.message(), 7);
        var removed = reading.read(telegram.ledger().enqueued().getLast().raw()).items();
        assertThat(removed).hasSize(2).allSatisfy(item -> assertThat(item).isInstanceOf(Inbound.Removed.class));
        assertThat(((Inbound.Removed) removed.getFirst()).messageId()).isEqualTo(key);
    }

    @Test
    void a_bot_that_writes_to_the_owner_of_a_business_account_opens_nothing() {
        telegram.connect("biz_1", 42, "Olga", true);
        ann.atBusiness("biz_1").says(json("{'text':'a','from':{'id':" + ANN + ",'is_bot':true}}"));
        assertThat(last(reading)).isInstanceOf(Inbound.Notice.class);
    }

    @Test
    void what_the_bot_says_for_the_owner_is_not_the_owners_word() {
        telegram.connect("biz_1", 42, "Olga", true);
        ann.atBusiness("biz_1").says(json("{'text':'a','from':{'id':42},'sender_business_bot':{'id':123456}}"));
        assertThat(last(reading)).isInstanceOf(Inbound.Notice.class);
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        return Json.object(text.replace('\'', '"')).orElseThrow();
    }
}
