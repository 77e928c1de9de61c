package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/dependencies.md} says of everything that our POMs name why it is there. */
class DependencyTests {

    private static final Pattern NAME = Pattern.compile("`([\\w.*-]+:[\\w.*-]+)`");

    private static final Set<String> NAMED = Poms.named();

    private static List<String> explained;

    @BeforeAll
    static void read() throws IOException {
        String page = Files.readString(Document.repository().resolve("docs/dependencies.md"));
        explained = page.lines()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> NAME.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everythingThatAPomNamesHasARow() {
        assertThat(NAMED)
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(explained)
                        .as(
                                "docs/dependencies.md has no row with `%s`: add one that says why it and not its rival",
                                name)
                        .anyMatch(row -> covers(row, name)));
    }

    @Test
    void noRowNamesWhatIsGone() {
        assertThat(explained)
                .allSatisfy(row -> assertThat(NAMED)
                        .as("docs/dependencies.md has `%s`, which no POM names any more: take it out", row)
                        .anyMatch(name -> covers(row, name)));
    }

    private static boolean covers(String row, String name) {
        return Pattern.matches(Pattern.quote(row).replace("*", "\\E.*\\Q"), name);
    }
}
