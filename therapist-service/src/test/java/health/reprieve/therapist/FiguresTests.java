package health.reprieve.therapist;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.database.DatabaseMetric;
import health.reprieve.outbox.HearingMetric;
import health.reprieve.outbox.OutboxMetric;
import health.reprieve.telemetry.check.Scrape;
import health.reprieve.telemetry.metric.Metric;
import health.reprieve.therapist.standing.TherapistMetric;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class FiguresTests {

    @Autowired
    ApplicationContext service;

    @Test
    void everyFigureIsShownWithEveryValueOfItsLabelsAndNoOther() {
        var declared = Stream.<Metric[]>of(
                        TherapistMetric.values(),
                        DatabaseMetric.values(),
                        OutboxMetric.values(),
                        HearingMetric.values())
                .flatMap(Stream::of)
                .toList();

        assertThat(scrape().differencesFrom(declared, Map.of("topic", Set.of("appointment-events"))))
                .isEmpty();
        assertThat(scrape().namingSomebody()).isEmpty();
    }

    private Scrape scrape() {
        return Scrape.of(requireNonNull(WebTestClient.bindToApplicationContext(service)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }
}
