package health.reprieve.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine against every case with a known answer, read as {@code ./slots} reads them. */
class EngineCasesTests {

    private static final Path CASES = Path.of("cases");

    static Stream<Named<Case>> cases() throws IOException {
        try (var files = Files.list(CASES)) {
            return files.sorted().toList().stream().flatMap(EngineCasesTests::casesOf);
        }
    }

    private static Stream<Named<Case>> casesOf(Path file) {
        try (var content = Files.newInputStream(file)) {
            return CaseFile.read(content).stream()
                    .map(described -> Named.of(file.getFileName() + " " + described, described));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theEngineAnswersAsIsKnown(Case described) {
        if (described.expected().has("input")) {
            assertThatThrownBy(() -> Answer.to(described)).isInstanceOf(CaseRefused.class);
        } else {
            assertThat(Expectation.differences(described, Answer.to(described))).isEmpty();
        }
    }

    @Test
    void noCaseStandsThereTwiceOrExpectsNothing() throws IOException {
        var cases = cases().map(Named::getPayload).toList();

        assertThat(cases.stream().map(described -> described.json().get("id").asString()))
                .doesNotHaveDuplicates();
        assertThat(cases).noneMatch(described -> described.expected().isEmpty());
    }
}
