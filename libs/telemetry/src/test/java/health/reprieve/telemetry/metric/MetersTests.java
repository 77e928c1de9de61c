package health.reprieve.telemetry.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.telemetry.check.Scrape;
import health.reprieve.telemetry.metric.SampleMetric.Colour;
import health.reprieve.telemetry.metric.SampleMetric.Thing;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetersTests {

    private static final Map<String, Set<String>> TOPICS = Map.of("topic", Set.of("news", "states"));

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);

    @Test
    void everyValueOfEveryLabelIsShownBeforeAnythingHappened() {
        registerAll();

        assertThat(scrape().differencesFrom(List.of(SampleMetric.values()), TOPICS))
                .isEmpty();
        assertThat(scrape().value("reprieve_sample_lost_total", Map.of("what", "a-hat")))
                .isZero();
    }

    @Test
    void aFigureThatNobodyRegisteredIsMissed() {
        meters.counter(SampleMetric.RUNS);

        assertThat(scrape().differencesFrom(List.of(SampleMetric.RUNS, SampleMetric.LOST), TOPICS))
                .containsExactlyInAnyOrder(
                        "missing: reprieve_sample_lost_total{what=a-key}",
                        "missing: reprieve_sample_lost_total{what=a-hat}");
    }

    @Test
    void whatIsShownUnderOurNameWithoutBeingDeclaredIsNoticed() {
        registerAll();
        registry.counter("reprieve.sample.lost", "what", "a-name-that-anybody-gave");

        assertThat(scrape().differencesFrom(List.of(SampleMetric.values()), TOPICS))
                .containsExactly("undeclared: reprieve_sample_lost_total{what=a-name-that-anybody-gave}");
    }

    @Test
    void whatIsCountedIsShownWhereItBelongs() {
        meters.counters(SampleMetric.ANSWERS, Thing.class, Colour.class)
                .of(Thing.A_KEY, Colour.BLUE)
                .increment();
        meters.counters(SampleMetric.HEARD, Set.of("news")).of("news").increment(3);
        meters.timer(SampleMetric.LENGTH).record(Duration.ofMillis(5));

        assertThat(scrape().value("reprieve_sample_answers_total", Map.of("what", "a-key", "colour", "blue")))
                .isEqualTo(1);
        assertThat(scrape().value("reprieve_sample_heard_total", Map.of("topic", "news")))
                .isEqualTo(3);
        assertThat(scrape().value("reprieve_sample_length_seconds_bucket", Map.of("le", "0.01")))
                .isEqualTo(1);
    }

    @Test
    void aLabelOfAnotherFigureIsRefusedWhenTheServiceStarts() {
        assertThatThrownBy(() -> meters.counters(SampleMetric.LOST, Colour.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("LOST is declared as");
        assertThatThrownBy(() -> meters.counter(SampleMetric.LOST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meters.timer(SampleMetric.RUNS)).isInstanceOf(IllegalArgumentException.class);
    }

    private void registerAll() {
        meters.counter(SampleMetric.RUNS);
        meters.counters(SampleMetric.LOST, Thing.class);
        meters.counters(SampleMetric.ANSWERS, Thing.class, Colour.class);
        meters.counters(SampleMetric.HEARD, List.of("news", "states"));
        meters.gauge(SampleMetric.WAITING, () -> 7);
        meters.gauges(SampleMetric.AGE, Colour.class, colour -> Double.NaN);
        meters.timer(SampleMetric.LENGTH);
    }

    private Scrape scrape() {
        return Scrape.of(registry.scrape());
    }
}
