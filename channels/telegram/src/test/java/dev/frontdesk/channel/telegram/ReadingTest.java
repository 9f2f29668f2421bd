package dev.frontdesk.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.channel.telegram.TelegramSettings.Groups;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final String ANN = "'from':{'id':6000000001,'is_bot':false,'first_name':'Ann','last_name':'Lee',"
            + "'language_code':'pt-br'},'chat':{'id':6000000001,'type':'private'},'date':1772442000";

    private final Reading reading = new Reading("77", Groups.IGNORE);

    private Inbound read(String json) {
        return reading.read(json.replace('\'', '"').getBytes(UTF_8)).items().getFirst();
    }

    private Inbound message(String fields) {
        return read("{'update_id':5,'message':{'message_id':9," + ANN + "," + fields + "}}");
    }

    private Content content(String fields) {
        return ((Inbound.Message) message(fields)).content();
    }

    @Test
    void a_text_has_its_sender_and_details() {
        var message = (Inbound.Message) message("'text':'Hi','reply_to_message':{'message_id':8}");
        assertThat(message.id()).isEqualTo("77:6000000001:9");
        assertThat(message.from()).isEqualTo(Address.of("6000000001"));
        assertThat(message.content()).isEqualTo(Content.text("Hi"));
        assertThat(message.details().name()).contains("Ann Lee");
        assertThat(message.details().language()).contains(Locale.forLanguageTag("pt-BR"));
        assertThat(message.details().sentAt()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(message.details().replyTo()).contains("77:6000000001:8");
    }

    @Test
    void a_start_from_a_link_keeps_its_payload() {
        assertThat(content("'text':'/start campaign-7'")).isEqualTo(Content.text("/start campaign-7"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `'photo':[],'caption':'Broken'`, photo, Broken
            `'photo':7`, photo, ``
            `'document':{'file_id':'../a.pdf'},'caption':'My bill'`, document, My bill
            `'contact':{}`, contact, ``
            `'location':{'latitude':1e999,'longitude':13.4}`, location, ``
            `'location':{'latitude':'52','longitude':191}`, location, ``
            `'venue':{'title':'Cafe'}`, venue, ``
            `'voice':{'duration':3}`, voice, ``
            `'poll':{'question':'Tea?','options':[{'text':'Yes'},{'text':'No'}]}`, poll, `Tea?\n– Yes\n– No`
            `'checklist':{'title':'Buy','tasks':[{'id':1,'text':'Milk'}]}`, checklist, `Buy\n– Milk`
            `'dice':{'emoji':'🎲','value':6}`, dice, 🎲 6
            `'web_app_data':{'data':'{}','button_text':'x'}`, web_app_data, {}
            `'hologram':{'cat':1},'entities':[]`, hologram, ``
            `'text':7`, text, ``
            """)
    void what_is_no_text_is_shown_by_its_kind(String fields, String kind, String text) {
        assertThat(content(fields.replace("\\n", "\n"))).isEqualTo(new Content.Unsupported(kind, text));
    }

    @Test
    void a_forwarded_text_through_another_bot_is_the_persons_own() {
        assertThat(content("'text':'Look','via_bot':{'id':4,'is_bot':true},'forward_origin':{'type':'user'}"))
                .isEqualTo(Content.text("Look"));
    }

    @Test
    void what_telegram_itself_writes_opens_nothing() {
        assertThat(message("'pinned_message':{'message_id':3}"))
                .isInstanceOfSatisfying(
                        Inbound.Notice.class,
                        notice -> assertThat(notice.kind()).isEqualTo("telegram.pinned_message"));
    }

    @Test
    void an_edit_opens_nothing_and_each_one_is_kept() {
        var first = read("{'update_id':5,'edited_message':{'message_id':9," + ANN + ",'edit_date':1,'text':'a'}}");
        var second = read("{'update_id':6,'edited_message':{'message_id':9," + ANN + ",'edit_date':1,'text':'b'}}");
        assertThat(first).isInstanceOfSatisfying(Inbound.Edit.class, edit -> {
            assertThat(edit.messageId()).isEqualTo("77:6000000001:9");
            assertThat(edit.content()).isEqualTo(Content.text("a"));
            assertThat(edit.from()).isEqualTo(Address.of("6000000001"));
        });
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    private static final String PRESS = "{'update_id':5,'callback_query':{'id':'4382','from':{'id':6000000001},"
            + "'message':{'message_id':9,'chat':{'id':6000000001,'type':'private'}%s},'data':'%s'}}";

    @Test
    void a_press_is_the_option_by_token_and_label() {
        var markup = ",'reply_markup':{'inline_keyboard':[[{'text':'Yes','callback_data':'t1'}]]}";
        var press = (Inbound.Message) read(PRESS.formatted(markup, "t1"));
        assertThat(press.id()).isEqualTo("77:cb:4382");
        assertThat(press.content()).isEqualTo(new Content.Picked("t1", "Yes"));
        assertThat(press.from()).isEqualTo(Address.of("6000000001"));
    }

    @Test
    void a_press_of_an_old_or_forged_button_is_still_something_said() {
        assertThat(((Inbound.Message) read(PRESS.formatted("", "forged"))).content())
                .isEqualTo(new Content.Picked("forged", "forged"));
        var long65 = "x".repeat(65);
        assertThat(((Inbound.Message) read(PRESS.formatted("", long65))).content())
                .isEqualTo(Content.text(long65));
        assertThat(
                        read(
                                "{'update_id':5,'callback_query':{'id':'1','from':{'id':6},'inline_message_id':'a','data':'b'}}"))
                .isInstanceOf(Inbound.Notice.class);
    }

    @Test
    void blocking_and_coming_back_change_the_reach() {
        var change = "{'update_id':5,'my_chat_member':{" + ANN + ",'new_chat_member':{'status':'%s'}}}";
        assertThat(read(change.formatted("kicked"))).isInstanceOfSatisfying(Inbound.Reach.class, reach -> {
            assertThat(reach.reachable()).isFalse();
            assertThat(reach.who()).isEqualTo(Address.of("6000000001"));
        });
        assertThat(read(change.formatted("member")))
                .isInstanceOfSatisfying(
                        Inbound.Reach.class,
                        reach -> assertThat(reach.reachable()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'update_id':5,'message':{'message_id':1,'chat':{'id':-100,'type':'supergroup'},'text':'hi'}}",
                "{'update_id':5,'message':{'message_id':1,'chat':{'id':-5,'type':'group'},'migrate_to_chat_id':-100}}",
                "{'update_id':5,'channel_post':{'message_id':1,'chat':{'id':-100,'type':'channel'},'text':'hi'}}",
                "{'update_id':5,'message':{'message_id':1,'from':{'id':4,'is_bot':true},'chat':{'id':4,'type':'private'}}}",
                "{'update_id':5,'my_chat_member':{'chat':{'id':-5,'type':'group'},'new_chat_member':{'status':'kicked'}}}",
                "{'update_id':5,'message':{'message_id':1,'chat':{'id':-100,'type':'supergroup'},'new_chat_title':'x'}}",
                "{'update_id':5,'message_reaction':{'chat':{'id':-9,'type':'group'},'message_id':1,'new_reaction':[]}}",
                "{'update_id':5,'inline_query':{'id':'1','query':'x'}}",
                "{'update_id':5,'something_of_next_year':7}"
            })
    void everything_else_leaves_a_notice_and_opens_nothing(String update) {
        assertThat(read(update))
                .isInstanceOfSatisfying(
                        Inbound.Notice.class,
                        notice -> assertThat(notice.kind()).startsWith("telegram."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{}",
                "{'update_id':5}",
                "{'update_id':'5','message':{}}",
                "{'update_id':99999999999999999999,'message':{}}",
                "{'update_id':1e999,'message':{}}",
                "{'update_id':5,'message':{}}",
                "{'update_id':5,'message':[1]}",
                "{'update_id':5,'message':{'message_id':1,'message_id':2}}",
                "{'update_id':5,'message':{'message_id':99999999999999999999,'chat':{'id':4,'type':'private'},'text':'a'}}",
                "{'update_id':5,'message':{'message_id':1,'chat':{'id':1e999,'type':'private'},'text':'a'}}",
                "{'update_id':5,'callback_query':{'id':7,'from':{'id':6},'data':'a'}}"
            })
    void what_cannot_be_read_is_kept_and_never_thrown(String update) {
        assertThat(read(update)).isInstanceOf(Inbound.Unreadable.class);
    }

    @Test
    void what_is_no_json_still_tells_its_id() {
        assertThat(reading.unreadable("{\"ok\":true,\"result\":[{\"update_id\":870,\"message\":{\"te")
                        .update())
                .hasValue(870);
        assertThat(reading.unreadable("{\"ok\": true, \"result\": [{\"update_id\" : 870, \"message\": {\"te")
                        .update())
                .hasValue(870);
        assertThat(reading.unreadable("{\"update_id\":x").update()).isEmpty();
    }

    @Test
    void a_name_nobody_can_see_is_none_and_a_long_one_is_cut_between_characters() {
        var update = "{'update_id':5,'message':{'message_id':1,'from':{'id':4,'first_name':'%s'},"
                + "'chat':{'id':4,'type':'private'},'text':'a'}}";
        var unseen = (Inbound.Message) read(update.formatted("\u200f\u202e\u200b \u2067\u3164"));
        assertThat(unseen.details().name()).isEmpty();
        var cut = (Inbound.Message) read(update.formatted("x" + "🙂".repeat(150)));
        assertThat(cut.details().name()).contains("x" + "🙂".repeat(99));
        var persian = (Inbound.Message) read(update.formatted("\u0645\u06cc\u200c\u0646\u0627 \u202eevil"));
        assertThat(persian.details().name()).contains("\u0645\u06cc\u200c\u0646\u0627 evil");
    }

    @Test
    void odd_names_and_dates_do_no_harm() {
        var odd = (Inbound.Message) read("{'update_id':5,'message':{'message_id':1,'from':{'id':4,'first_name':' ',"
                + "'language_code':'?!'},'chat':{'id':4,'type':'private'},'date':1772442000123,'text':'a'}}");
        assertThat(odd.details().name()).isEmpty();
        assertThat(odd.details().language()).isEmpty();
        assertThat(odd.details().sentAt()).contains(Instant.ofEpochMilli(1772442000123L));
        var old = (Inbound.Message) read("{'update_id':5,'message':{'message_id':1,'from':{'id':4,'first_name':'"
                + "x".repeat(300) + "'},'chat':{'id':4,'type':'private'},'date':-1,'text':'a'}}");
        assertThat(old.details().name())
                .hasValueSatisfying(name -> assertThat(name).hasSize(200));
        assertThat(old.details().sentAt()).isEmpty();
    }

    @Test
    void another_bot_under_the_same_name_has_keys_of_its_own() {
        var update = "{'update_id':5,'message':{'message_id':9," + ANN + ",'text':'Hi'}}";
        assertThat(new Reading("78", Groups.IGNORE)
                        .read(update.replace('\'', '"'))
                        .items()
                        .getFirst()
                        .id())
                .isNotEqualTo(read(update).id());
    }
}
