package dev.frontdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Map<String, String> MADE_UP = Map.of(
            "Flights", "I want to fly to Oslo on a direct flight",
            "Banks", "How much is left on my savings account?",
            "Restaurants", "A table for dinner tonight, by the window",
            "Weather", "Will it rain tomorrow?",
            "Buses", "When does the next bus leave?",
            "Services", "My son needs a dentist soon");

    /** As the launcher starts it, but on this test's classes. */
    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dguice_custom_class_loading=CHILD",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .reduce((left, right) -> left + File.pathSeparator + right)
                        .orElseThrow(),
                "dev.frontdesk.app.Main");
    }

    @Test
    void sixtyPeopleWriteAndEachIsRoutedAssignedAnsweredAndClosed() throws Exception {
        var inquiries = new ArrayList<Inquiry>();
        for (int i = 0; i < 10; i++) {
            int round = i;
            MADE_UP.forEach((domain, text) -> inquiries.add(new Inquiry(domain + round, text, domain)));
        }

        var tally = MessagesBench.run(StoreKind.SQLITE, inquiries, MessagesTest::java);

        assertThat(tally.leftOver()).as(tally.toString()).isZero();
        assertThat(tally.byTeam())
                .isEqualTo(Map.of("flights", 10, "bank", 10, "dining", 10, "desk", 10, "buses", 10, "care", 10));
        assertThat(tally.agreed()).isEqualTo(60);
    }

    @Test
    @Tag("slow")
    void ofTheRealFirstMessagesNothingIsLeftOver() throws Exception {
        var material = MessagesBench.material();
        assumeThat(material).as("the material folder is on this machine").isPresent();
        var inquiries = Inquiry.read(material.orElseThrow());

        var tally = MessagesBench.run(StoreKind.SQLITE, inquiries, MessagesTest::java);

        assertThat(tally.leftOver()).as(tally.toString()).isZero();
        assertThat(tally.messages()).isEqualTo(2098);
        System.out.println(tally);
    }
}
