package health.reprieve.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.backing.Ports;
import health.reprieve.journeys.House;
import health.reprieve.journeys.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class BoardsTests {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    @Test
    void everyPanelSaysWhatItShowsAndInWhichUnit() {
        assertThat(panels()).allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.description())
                    .as(panel.title())
                    .hasSizeGreaterThan(12)
                    .endsWith(".");
            assertThat(panel.unit()).as(panel.title()).isNotBlank();
        });
    }

    @Test
    @EnabledIf("health.reprieve.observability.Prometheus#isInstalled")
    void everyQueryHasAnAnswerWithinAMinuteOfLife(@TempDir Path place) throws Exception {
        try (var prometheus = Prometheus.asking(targets(), place, Ports.free())) {
            // what happens before it has looked once is nothing new to it
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(prometheus.values("up"))
                            .as("Prometheus says %s", prometheus.troubles())
                            .containsExactly(1d, 1d, 1d, 1d));
            House.site().book(Site.newAddress());

            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(unanswered(prometheus))
                            .as("without an answer; Prometheus says %s", prometheus.troubles())
                            .isEmpty());
        }
    }

    private static Map<String, Integer> targets() {
        var ports = House.settings().ports();
        return Map.of(
                "booking", ports.booking(),
                "therapist", ports.therapist(),
                "notification", ports.notification(),
                "front-door", ports.management());
    }

    private static List<String> unanswered(Prometheus prometheus) {
        return panels().flatMap(panel -> panel.queries().stream()
                        .filter(query ->
                                prometheus.values(query.expression().replace("$__rate_interval", "1m")).stream()
                                        .noneMatch(Double::isFinite))
                        .map(query -> panel.title() + ": " + query.expression()))
                .toList();
    }

    private static Stream<Panel> panels() {
        return Boards.all().stream().flatMap(Board::panels);
    }
}
