package dev.frontdesk.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.channel.email.automatic.Origin;
import dev.frontdesk.channel.email.reply.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that others have collected. */
class MaterialTest {

    private static List<Path> files(String folder) throws IOException {
        var material = Path.of(
                        Optional.ofNullable(System.getenv("FRONTDESK_MATERIAL")).orElse("../../../shared/material"))
                .resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(material), "no " + folder + " at FRONTDESK_MATERIAL");
        try (var files = Files.walk(material)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mime4j-msg",
                "ruby-mail-emails",
                "sisimai-bounces-arf-rfc3834",
                "talon-standard-replies",
                "talon-html-replies",
                "email_reply_parser",
                "email_reply_trimmer/emails",
            })
    void every_mail_of_a_collection_is_read_and_judged(String folder) throws IOException {
        for (var file : files(folder)) {
            var mail = new MailReader().read(Files.readAllBytes(file));
            assertThat(Origin.of(mail)).as(file.toString()).isNotNull();
            assertThat(Reply.of(mail.text()).text()).as(file.toString()).isNotNull();
        }
    }

    @Test
    void nearly_all_mails_of_programs_are_told_from_those_of_people() throws IOException {
        var missed = new ArrayList<Path>();
        var all = files("sisimai-bounces-arf-rfc3834");
        for (var file : all) {
            if (Origin.of(new MailReader().read(Files.readAllBytes(file))) instanceof Origin.Person) {
                missed.add(file.getFileName());
            }
        }
        assertThat(missed).hasSizeLessThanOrEqualTo(all.size() / 50);
    }

    @Test
    void nine_of_ten_replies_are_trimmed_exactly() throws IOException {
        int exact = 0;
        var all = files("email_reply_trimmer/emails");
        for (var file : all) {
            var expected =
                    Files.readString(file.getParent().resolveSibling("trimmed").resolve(file.getFileName()));
            exact += Reply.of(Files.readString(file)).text().strip().equals(expected.strip()) ? 1 : 0;
        }
        assertThat(exact).isGreaterThanOrEqualTo(all.size() * 9 / 10);
    }
}
