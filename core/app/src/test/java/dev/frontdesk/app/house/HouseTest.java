package dev.frontdesk.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom: the table of the design, over everything that was compiled before this module. */
class HouseTest {
    private static final Path ROOT = Path.of("../..");

    private static JavaClasses house;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> folders = Files.find(
                ROOT, 4, (path, attributes) -> attributes.isDirectory() && path.endsWith("target/classes"))) {
            house = new ClassFileImporter().importPaths(folders.toList());
        }
        assertThat(house.stream().map(JavaClass::getPackageName))
                .contains("dev.frontdesk.api", "dev.frontdesk.engine.workflow", "dev.frontdesk.app.config");
    }

    private static ArchRule only(String who, String... may) {
        return noClasses()
                .that()
                .resideInAPackage("dev.frontdesk." + who)
                .should()
                .dependOnClassesThat(outside(Stream.concat(Stream.of("dev.frontdesk." + who), Stream.of(may))
                        .toList()))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> outside(List<String> packages) {
        var inside = JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new));
        return DescribedPredicate.not(inside)
                .and(DescribedPredicate.describe(
                        "are a class of some library", type -> !type.isPrimitive() && !type.isArray()))
                .as("are outside " + packages);
    }

    @Test
    void theApiStandsOnTheJdkAlone() {
        only("api..", "java..", "org.jspecify..", "jakarta.inject..").check(house);
    }

    @Test
    void theEngineKnowsTheApiAndNoTechnique() {
        only(
                        "engine..",
                        "dev.frontdesk.api..",
                        "java..",
                        "org.jspecify..",
                        "jakarta.inject..",
                        "org.slf4j..",
                        "dev.cel..",
                        "com.google..",
                        "com.samskivert..")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("dev.frontdesk.engine..")
                .and()
                .resideOutsideOfPackage("dev.frontdesk.engine.expression..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.cel..", "com.google..", "com.samskivert..", "java.sql..", "javax.sql..", "java.net.http..")
                .check(house);
    }

    /** A message flows one way; only the lane, which drives them all, stands before the first. */
    @Test
    void theEngineFlowsOneWay() {
        var line = List.of("lane", "intake", "conversation", "workflow", "assignment", "outbox");
        for (int here = 1; here < line.size(); here++) {
            String[] left = line.subList(0, here).stream()
                    .map(it -> "dev.frontdesk.engine." + it + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("dev.frontdesk.engine." + line.get(here) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(left)
                    .check(house);
        }
    }

    @Test
    void channelsAndPluginsKnowOnlyTheApiAndThemselves() {
        for (var kind : List.of("channel", "plugin")) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.frontdesk." + kind + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.frontdesk.engine..",
                            "dev.frontdesk.store..",
                            "dev.frontdesk.web..",
                            "dev.frontdesk.app..",
                            "com.google.inject..")
                    .allowEmptyShould(true)
                    .check(house);
        }
        com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
                .matching("dev.frontdesk.(channel|plugin).(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void nobodyKnowsTheAppAndOnlyItKnowsGuice() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.frontdesk.app..")
                .and()
                .resideOutsideOfPackage("dev.frontdesk.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.frontdesk.app..", "com.google.inject..", "com.typesafe.config..")
                .check(house);
    }

    /** The demo starts a made-up provider; what tests need beside it, JUnit above all, has no place in the product. */
    @Test
    void madeUpProvidersKnowNobodyAndOnlyTheyAreShipped() {
        for (var made : List.of("fault", "model", "phone", "telegram", "whatsapp")) {
            only(
                            "testkit." + made + "..",
                            "dev.frontdesk.testkit.fault..",
                            "dev.frontdesk.testkit.phone..",
                            "java..",
                            "javax.crypto..",
                            "com.sun.net.httpserver..",
                            "com.fasterxml.jackson..",
                            "org.jspecify..")
                    .check(house);
        }
        noClasses()
                .that()
                .resideInAPackage("dev.frontdesk.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.frontdesk.testkit.channel..",
                        "dev.frontdesk.testkit.routing..",
                        "dev.frontdesk.testkit.workflow..",
                        "org.junit..",
                        "org.assertj..")
                .check(house);
    }

    @Test
    void webAndStoreDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("dev.frontdesk.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.frontdesk.store..", "dev.frontdesk.channel..", "dev.frontdesk.plugin..", "java.sql..")
                .allowEmptyShould(true)
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("dev.frontdesk.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.frontdesk.web..", "dev.frontdesk.channel..", "dev.frontdesk.plugin..")
                .allowEmptyShould(true)
                .check(house);
    }

    /** And the look-up that asks databases of others. */
    @Test
    void onlyTheStoreSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.frontdesk.store..", "dev.frontdesk.bench..", "dev.frontdesk.plugin.lookup.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(house);
    }

    @Test
    void onlyTheGuardedClientOpensConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.frontdesk.app.http..", "dev.frontdesk.bench..", "dev.frontdesk.testkit..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.http\\.HttpClient(\\$(?!Version).*)?")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(HttpURLConnection|URLConnection)")
                .check(house);
    }

    /** What a contact writes must not be able to make us count to infinity. */
    @Test
    void regularExpressionsThatMayHangAreNotUsedOnWhatContactsWrite() {
        hangingRegex("dev.frontdesk.engine..", "dev.frontdesk.channel..", "dev.frontdesk.plugin..")
                .check(house);
    }

    private static ArchRule hangingRegex(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex..");
    }

    @Test
    void aViolationIsFound() {
        var planted = new ClassFileImporter().importClasses(Planted.class);

        assertThatThrownBy(() -> hangingRegex("dev.frontdesk.app.house..").check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Planted");
    }

    /** Breaks a rule on purpose: if nobody minds, the rules are asleep. */
    static final class Planted {
        final java.util.regex.Pattern pattern = java.util.regex.Pattern.compile("(a+)+");
    }
}
