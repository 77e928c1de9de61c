package health.reprieve.booking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.database.DatabaseMetric;
import health.reprieve.outbox.HearingMetric;
import health.reprieve.outbox.OutboxMetric;
import health.reprieve.telemetry.check.Scrape;
import health.reprieve.telemetry.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class FiguresTests {

    private static final List<Metric> DECLARED = Stream.<Metric[]>of(
                    BookingMetric.values(), DatabaseMetric.values(), OutboxMetric.values(), HearingMetric.values())
            .flatMap(Stream::of)
            .toList();

    /** Each address that was asked, with each answer, is some twenty lines: in bytes. */
    private static final int ALL_THAT_TESTS_HAVE_ASKED = 16_000_000;

    @Autowired
    Caller caller;

    @Test
    void everyFigureIsShownWithEveryValueOfItsLabelsAndNoOther() {
        assertThat(scrape().differencesFrom(DECLARED, Map.of("topic", Set.of("therapist-states"))))
                .isEmpty();
    }

    @Test
    void whatSpringShowsOfThePoolIsThere() {
        assertThat(scrape().series())
                .extracting(Scrape.Series::name)
                .contains(
                        "r2dbc_pool_acquired_connections",
                        "r2dbc_pool_idle_connections",
                        "r2dbc_pool_pending_connections",
                        "r2dbc_pool_max_allocated_connections");
    }

    @Test
    void requestsAreCountedByTheirRouteAndWithinTheTimesThatArePromised() {
        caller.as(Scene.patient())
                .get()
                .uri("/api/v1/booking/appointments/{id}", UUID.randomUUID())
                .exchange();

        assertThat(scrape().value(
                                "http_server_requests_seconds_bucket",
                                Map.of(
                                        "uri", "/api/v1/booking/appointments/{id}",
                                        "method", "GET",
                                        "status", "404",
                                        "le", "3.0")))
                .isPositive();
    }

    @Test
    void everySeriesTellsWhoseItIsAndNoneWhoItIsAbout() {
        assertThat(scrape().series())
                .allSatisfy(series -> assertThat(series.labels()).containsEntry("application", "booking"));
        assertThat(scrape().namingSomebody()).isEmpty();
    }

    private Scrape scrape() {
        return Scrape.of(requireNonNull(caller.nobody()
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ALL_THAT_TESTS_HAVE_ASKED))
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
