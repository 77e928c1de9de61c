package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.NOON;

import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** An outbox with real tables, relays that empty it, and a Kafka that answers what a test wants. */
final class RelayScene {

    static final Duration LONG = Duration.ofMinutes(1);
    /** As the meters see it. */
    static final Duration AGE_OF_NEWS = Duration.ofSeconds(90);

    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Store store;
    private final Outbox outbox;
    private final RememberingPublisher kafka = new RememberingPublisher();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();

    RelayScene(Store store) {
        this.store = store;
        this.outbox = new Outbox(store.database(), new RelaySignal());
    }

    RememberingPublisher kafka() {
        return kafka;
    }

    MeterRegistry meters() {
        return meters;
    }

    Outbox outbox() {
        return outbox;
    }

    OutboxRelay relay() {
        return relay(lease(LONG));
    }

    OutboxRelay relay(Lease lease) {
        return relay(new OutboxRows(store.database()), lease);
    }

    OutboxRelay relay(OutboxRows rows, Lease lease) {
        return new OutboxRelay(
                rows,
                lease,
                kafka,
                settings(),
                new OutboxMeters(new Meters(meters), lease, Clock.offset(AT_NOON, AGE_OF_NEWS), nanos::get),
                AT_NOON,
                nanos::get);
    }

    Lease lease(Duration length) {
        return new Lease(store.database(), length, nanos::get);
    }

    /** For the relays; the database has a clock of its own. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    void append(News... news) {
        for (var one : news) {
            store.database().transaction(client -> outbox.append(one)).block();
        }
    }

    long waiting() {
        return store.count("outbox WHERE published_at IS NULL");
    }

    private static OutboxSettings settings() {
        return new OutboxSettings("/tests", LONG, LONG, 5, LONG, Duration.ofMillis(500));
    }
}
