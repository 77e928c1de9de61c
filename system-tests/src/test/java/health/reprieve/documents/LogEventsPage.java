package health.reprieve.documents;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.reprieve.telemetry.log.LogEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The page that tells of every line in the log, made from the enums that declare them. */
final class LogEventsPage {

    /** Wherever they are declared, by module. */
    static final List<LogEvent> EVENTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("health.reprieve").stream()
                    .filter(type -> type.isEnum() && type.isAssignableTo(LogEvent.class))
                    .sorted(Comparator.comparing(JavaClass::getName))
                    .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                    .map(LogEvent.class::cast)
                    .toList();

    private static final String PREFACE = """
            # What the logs tell

            Made by the build from the code's own words; a test holds this page against it and says how to write it anew.

            Every line of ours has one of these codes: `event.code` in a structured line, before the text in a readable one. Why it is built this way:
            [decision 0013](decisions/0013-one-trace-and-a-log-of-codes.md).

            | code | level | from | what has happened, and what there is to do |
            |---|---|---|---|
            """;

    private LogEventsPage() {}

    static String text() {
        return EVENTS.stream()
                .map(event -> "| `%s` | %s | %s | %s |\n"
                        .formatted(event.code(), event.level(), module(event), event.meaning()))
                .collect(Collectors.joining("", PREFACE, ""));
    }

    /** The package below {@code health.reprieve}. */
    private static String module(LogEvent event) {
        return event.getClass().getPackageName().replaceAll("health\\.reprieve\\.(\\w+).*", "$1");
    }
}
