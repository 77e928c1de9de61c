package health.reprieve.outbox;

import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Metric;

/** What is shown of news on its way out. */
public enum OutboxMetric implements Metric {
    PUBLISHED(Figure.counter("reprieve.outbox.published", "Events that Kafka acknowledged and that were marked.")),
    FAILED(Figure.counter("reprieve.outbox.failed", "Sends that failed; each is tried again.")),
    WAITING(Figure.gauge(
            "reprieve.outbox.waiting",
            "Events that are not published, up to 10,000, in all instances together; unknown while nobody can look.")),
    OLDEST_WAITING(
            Figure.seconds(
                    "reprieve.outbox.oldest.waiting",
                    "How long the oldest event that is not published has waited, or for how long nobody could look; zero when none waits.")),
    LEASE_HELD(Figure.gauge(
            "reprieve.outbox.lease.held", "1 where this instance is the one that publishes; one of all must be.")),
    LEASE_AGE(Figure.seconds(
            "reprieve.outbox.lease.age",
            "How long ago the database confirmed to this instance that it may publish; unknown where it may not."));

    @SuppressWarnings("ImmutableEnumChecker") // a record of copies; the checker knows only other libraries' lists
    private final Figure figure;

    OutboxMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
