package dev.frontdesk.channel.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    private static String own(String text) {
        return Reply.of(text).text();
    }

    /** E34: how programs say who wrote when, each in its language; the quote below is gone with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 2 Nov 2026 at 10:00, Anna Smith <anna@desk.example> wrote:\n\n> What size?",
                "On Mon, 2 Nov 2026 at 10:00, Anna Smith, of the very long name,\n<anna@desk.example> wrote:\n> What size?",
                "Am 02.11.2026 um 10:00 schrieb Anna Smith:\n> Welche Größe?",
                "Anna Smith <anna@desk.example> schrieb am Mo., 2. Nov. 2026,\n10:00:\n\n> Welche Größe?",
                "Le lun. 2 nov. 2026 à 10:00, Anna Smith <anna@desk.example> a écrit :\n> Quelle taille ?",
                "El lun, 2 nov 2026 a las 10:00, Anna (<anna@desk.example>) escribió:\n> ¿Qué talla?",
                "Il giorno lun 2 nov 2026 alle ore 10:00 Anna <anna@desk.example> ha scritto:\n> Che taglia?",
                "Em seg., 2 de nov. de 2026 às 10:00, Anna <anna@desk.example> escreveu:\n> Que tamanho?",
                "Op ma 2 nov 2026 om 10:00 schreef Anna <anna@desk.example>:\n> Welke maat?",
                "Den mån 2 nov. 2026 kl 10:00 skrev Anna <anna@desk.example>:\n> Vilken storlek?",
                "ma 2. marrask. 2026 klo 10.00 Anna (anna@desk.example) kirjoitti:\n> Mikä koko?",
                "pon., 2 lis 2026 o 10:00 Anna <anna@desk.example> napisał(a):\n> Jaki rozmiar?",
                "пн, 2 нояб. 2026 г. в 10:00, Анна <anna@desk.example>:\n> Какой размер?",
                "02.11.2026 10:00, Анна Смирнова пишет:\n> Какой размер?",
                "Понедельник, 2 ноября 2026, 10:00 +03:00 от Анна <anna@desk.example>:\n\nКакой размер?",
                "2026年11月2日(月) 10:00 Anna <anna@desk.example>:\n> サイズは？",
                "在 2026年11月2日，上午10:00，Anna <anna@desk.example> 写道：\n> 尺码？",
                "-----Original Message-----\nFrom: Anna <anna@desk.example>\nSent: Monday, 2 November 2026 10:00\nSubject: Size\n\nWhat size?",
                "-----Исходное сообщение-----\nОт: Анна\nОтправлено: 2 ноября 2026\nТема: Размер\n\nКакой размер?",
                "________________________________\nVon: Anna <anna@desk.example>\nGesendet: Montag, 2. November 2026\nBetreff: Größe\n\nWelche?",
                "Från: Anna <anna@desk.example>\nSkickat: den 2 november 2026\nTill: mig\nÄmne: Storlek\n\nVilken?",
                "---- On Mon, 2 Nov 2026 10:00:00 +0100 Anna <anna@desk.example> wrote ----\n\nWhat size?",
                "> What size?\n> The shoe.",
            })
    void e34_what_is_answered_is_left_out(String quoted) {
        assertThat(own("Size 42, please.\n\nThank you\n\n" + quoted)).isEqualTo("Size 42, please.\n\nThank you");
    }

    @Test
    void e34_answers_between_the_lines_keep_the_lines_they_answer() {
        var text = "Hello,\nOn Mon, 2 Nov 2026 at 10:00, Anna <a@desk.example> wrote:\n> Size?\n42\n> Colour?\nblue\n";

        assertThat(own(text)).isEqualTo("Hello,\n> Size?\n42\n> Colour?\nblue");
    }

    @Test
    void e34_an_answer_below_the_quote_stands_alone() {
        assertThat(own("On 2 Nov 2026 10:00, Anna wrote:\n> Size?\n> Colour?\n\n42, blue\n"))
                .isEqualTo("42, blue");
    }

    @Test
    void a_forwarded_mail_is_what_somebody_wanted_to_show() {
        var text =
                "---------- Forwarded message ---------\nFrom: A <a@example.org>\nDate: Mon, 2 Nov 2026\nSubject: x\n\nSee below.";

        assertThat(own(text)).isEqualTo("See below.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nJohn Doe\nSales, Example Ltd",
                "--\nJohn Doe",
                "—\nJohn",
                "________________\nJohn Doe, Example Ltd",
                "Sent from my iPhone",
                "Отправлено с iPhone",
                "Von meinem iPhone gesendet",
                "Get Outlook for Android<https://example.org>",
            })
    void e35_a_signature_is_left_out(String signature) {
        assertThat(own("It works now.\n\n" + signature)).isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We met on 2 Nov 2026 at 10:00, and then he wrote:\nnothing at all.",
                "From: the very start I liked it.\nSecond line.",
                "The package was sent from Berlin in good time, and I would like to know where it is now, please, thank you all very much",
                "> only a quote",
                "Name: John\nPhone: 123\nMail: john@example.org",
                "a -- b\n1 - 2",
            })
    void what_only_looks_like_a_quote_stays(String text) {
        assertThat(own(text).strip()).isEqualTo(text);
    }

    @Test
    void nothing_is_ever_trimmed_to_nothing() {
        assertThat(Reply.of("On 2 Nov 2026 10:00, Anna wrote:\n> Size?\n")).satisfies(reply -> {
            assertThat(reply.text()).isEqualTo("On 2 Nov 2026 10:00, Anna wrote:\n> Size?\n");
            assertThat(reply.trimmed()).isFalse();
        });
        assertThat(own("")).isEmpty();
        assertThat(own("   \n")).isEqualTo("   \n");
    }
}
