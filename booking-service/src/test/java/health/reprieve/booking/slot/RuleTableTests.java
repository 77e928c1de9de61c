package health.reprieve.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of rules, against the rules. */
class RuleTableTests {

    @Test
    void theTableHoldsEveryRuleInOrderWithWhoMayLiftIt() throws IOException {
        var rows = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith("| rule |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .map(cells -> cells[1].strip() + ": " + cells[3].strip())
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .map(rule -> rule + ": " + liftedBy(rule))
                        .toList());
    }

    private static String liftedBy(Rule rule) {
        return rule.liftedBy().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }
}
