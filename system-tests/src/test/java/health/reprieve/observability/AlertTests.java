package health.reprieve.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class AlertTests {

    private static final Path PROMETHEUS = Path.of("..", "observability", "prometheus");
    private static final Pattern NAMED = Pattern.compile("alert: (\\w+)");

    @Test
    @EnabledIf("health.reprieve.observability.Prometheus#isInstalled")
    void everyAlertFiresStaysQuietAndRecoversAsItsTestsSay() throws Exception {
        assertThat(promtool("test", "rules", "tests/reprieve.yml")).contains("SUCCESS");
    }

    @Test
    @EnabledIf("health.reprieve.observability.Prometheus#isInstalled")
    void prometheusCanReadItsSettings() throws Exception {
        assertThat(promtool("check", "config", "prometheus.yml")).contains("SUCCESS");
    }

    @Test
    void everyAlertHasTestsAndAPageThatSaysWhatToDo() throws Exception {
        var tests = read("tests/reprieve.yml");
        var runbook = Files.readString(Path.of("..", "docs", "runbook.md"));

        assertThat(NAMED.matcher(read("rules/reprieve.yml")).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(alert -> {
                    assertThat(tests)
                            .contains("name: %s fires".formatted(alert), "name: %s stays quiet".formatted(alert))
                            .containsPattern("name: %s fires.*recovers".formatted(alert));
                    assertThat(runbook).contains("## " + alert + "\n");
                    assertThat(read("rules/reprieve.yml"))
                            .contains("runbook_url: docs/runbook.md#" + alert.toLowerCase(Locale.ROOT));
                });
    }

    private static String read(String name) throws IOException {
        return Files.readString(PROMETHEUS.resolve(name));
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Prometheus.program("promtool").toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(PROMETHEUS.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
