package health.reprieve.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.reprieve.telemetry.log.LogEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the whole house tells its logs; this module has all of it on its class path. */
class LogEventsTests {

    private static final Path TABLE = Path.of("..", "docs", "log-events.md");
    private static final String REWRITE =
            "./mvnw verify -pl local-stack -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=LogEventsTests -Dwrite-docs=true";

    /** To silence a library that logs so is another matter. */
    private static final DescribedPredicate<JavaMethodCall> LOGS_BY_THE_JDK = DescribedPredicate.describe(
            "log by java.util.logging",
            call -> call.getTargetOwner().isEquivalentTo(Logger.class)
                    && !Set.of("getLogger", "setLevel").contains(call.getName()));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("health.reprieve");

    @Test
    void nobodyLogsButThroughTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "health.reprieve.telemetry.log", "health.reprieve.local..", "health.reprieve.backing..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.slf4j\\.Logger(Factory)?|org\\.apache\\.commons\\.logging\\..*|java\\.lang\\.System\\$Logger")
                .orShould()
                .callMethodWhere(LOGS_BY_THE_JDK)
                .as("every line of ours has a code: log through health.reprieve.telemetry.log.Log")
                .check(HOUSE);
    }

    @Test
    void everyCodeIsOneAndIsWrittenAlike() {
        assertThat(events()).isNotEmpty();
        assertThat(events())
                .extracting(LogEvent::code)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void theTableInTheDocsIsWhatTheCodeSays() throws IOException {
        if (Boolean.getBoolean("write-docs")) {
            Files.writeString(TABLE, table());
        }
        assertThat(Files.readString(TABLE))
                .as("docs/log-events.md is made from the code; to write it anew: %s", REWRITE)
                .isEqualTo(table());
    }

    private static String table() {
        return events().stream()
                .map(event -> "| `%s` | %s | %s | %s |\n"
                        .formatted(event.code(), event.level(), module(event), event.meaning()))
                .collect(Collectors.joining("", """
                        # What the logs tell

                        Every line of ours has one of these codes: `event.code` in a structured line, before the text in a readable one.
                        Made from the code by `LogEventsTests`, which says how to write it anew.

                        | code | level | from | what has happened, and what there is to do |
                        |---|---|---|---|
                        """, ""));
    }

    private static List<LogEvent> events() {
        return HOUSE.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(LogEvent.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(LogEvent.class::cast)
                .toList();
    }

    /** The package below {@code health.reprieve}. */
    private static String module(LogEvent event) {
        return event.getClass().getPackageName().replaceAll("health\\.reprieve\\.(\\w+).*", "$1");
    }
}
