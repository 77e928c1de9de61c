package health.reprieve.outbox;

import health.reprieve.outbox.OutboxRows.Backlog;
import health.reprieve.telemetry.metric.LastSeen;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the relay shows of its work. */
final class OutboxMeters {

    private static final Duration TOO_LONG_NOT_LOOKED = Duration.ofSeconds(30);

    private final Clock clock;
    private final Counter published;
    private final Counter failed;
    private final LastSeen<Backlog> last;
    private volatile @Nullable Instant oldest;

    OutboxMeters(Meters meters, Lease lease, Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.last = new LastSeen<>(TOO_LONG_NOT_LOOKED, nanos);
        this.published = meters.counter(OutboxMetric.PUBLISHED);
        this.failed = meters.counter(OutboxMetric.FAILED);
        meters.gauge(OutboxMetric.WAITING, () -> last.show(Backlog::events));
        meters.gauge(OutboxMetric.OLDEST_WAITING, () -> seconds(oldestWaiting()));
        meters.gauge(OutboxMetric.LEASE_HELD, () -> lease.isHeld() ? 1 : 0);
        meters.gauge(
                OutboxMetric.LEASE_AGE,
                () -> lease.age().map(OutboxMeters::seconds).orElse(Double.NaN));
    }

    void count(OutboxRelay.Pass pass) {
        published.increment(pass.published());
        failed.increment(pass.failed());
    }

    void show(Backlog backlog) {
        oldest = backlog.oldest();
        last.see(backlog);
    }

    Duration sinceLooked() {
        return last.age();
    }

    /** An outbox that nobody has looked into for long may hold something that has waited as long. */
    private Duration oldestWaiting() {
        var since = oldest;
        var known = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        var unknown = sinceLooked();
        return unknown.compareTo(TOO_LONG_NOT_LOOKED) > 0 && unknown.compareTo(known) > 0 ? unknown : known;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
