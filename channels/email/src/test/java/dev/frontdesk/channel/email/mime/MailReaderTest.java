package dev.frontdesk.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailReaderTest {
    private static final String WITH_ALL = """
            Message-ID: <1@example.org>
            In-Reply-To: <0@desk.example>
            References: <a@desk.example>
             <0@desk.example>
            From: =?utf-8?Q?J=C3=B6rg_M?= <joerg@Example.ORG>
            To: "Help, Desk" <help@desk.example>, other@desk.example
            Cc: Team: a@desk.example, b@desk.example;
            Subject: =?utf-8?B?w5xi?= =?utf-8?B?ZXI=?= uns
            Date: Tue, 3 Nov 2026 10:00:00 +0200
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=
            =C3=9Fe
            --inner
            Content-Type: text/html; charset=utf-8

            <p>Grüße <img src="cid:logo@x"></p>
            --inner--
            --outer
            Content-Type: image/png; name="logo.png"
            Content-ID: <logo@x>
            Content-Transfer-Encoding: base64

            AAEC
            --outer--
            """;

    private final MailReader reader = new MailReader();

    private Mail read(String mail) {
        return reader.read(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_mail_is_read_with_all_it_says() {
        var mail = read(WITH_ALL);

        assertThat(mail.messageId()).contains("1@example.org");
        assertThat(mail.inReplyTo()).containsExactly("0@desk.example");
        assertThat(mail.references()).containsExactly("a@desk.example", "0@desk.example");
        assertThat(mail.from()).containsExactly(new Mailbox("Jörg M", "joerg@example.org"));
        assertThat(mail.to())
                .containsExactly(new Mailbox("Help, Desk", "help@desk.example"), new Mailbox("", "other@desk.example"));
        assertThat(mail.cc()).containsExactly(new Mailbox("", "a@desk.example"), new Mailbox("", "b@desk.example"));
        assertThat(mail.subject()).isEqualTo("Über uns");
        assertThat(mail.date()).contains(Instant.parse("2026-11-03T08:00:00Z"));
        assertThat(mail.text()).isEqualTo("Grüße");
        assertThat(mail.html()).isEqualTo("<p>Grüße <img src=\"cid:logo@x\"></p>");
        assertThat(mail.attachments()).singleElement().satisfies(logo -> {
            assertThat(logo.name()).isEqualTo("logo.png");
            assertThat(logo.mediaType()).isEqualTo("image/png");
            assertThat(logo.contentId()).contains("logo@x");
            assertThat(logo.inline()).isTrue();
            assertThat(logo.bytes()).containsExactly(0, 1, 2);
        });
        assertThat(mail.notes()).isEmpty();
    }
}
