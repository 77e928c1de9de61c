package health.reprieve.database;

import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Metric;
import java.time.Duration;

/** What is shown of a service's way to its database; the pool's own numbers are shown by Spring Boot. */
public enum DatabaseMetric implements Metric {
    PROBE(Figure.timer(
            "reprieve.database.probe",
            "How long one SELECT 1 takes, from asking the pool for a connection to the answer.",
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2))),
    PROBE_FAILURES(
            Figure.counter("reprieve.database.probe.failures", "Probes that got no answer, by what kept it away.")
                    .by(Label.of("kind", ProbeFailure.class))),
    WORKS(Figure.gauge("reprieve.database.works", "Works under way or waiting for a connection in this process.")),
    MOST_WORKS(Figure.gauge("reprieve.database.works.most", "So many works at once are let in; the next is refused.")),
    REFUSED(Figure.counter("reprieve.database.refused", "Works refused because too many were under way."));

    @SuppressWarnings("ImmutableEnumChecker") // a record of copies; the checker knows only other libraries' lists
    private final Figure figure;

    DatabaseMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
