package health.reprieve.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the relay shows of its work. */
final class OutboxMeters {

    private static final Duration TOO_LONG_NOT_LOOKED = Duration.ofSeconds(30);

    private final Clock clock;
    private final LongSupplier nanos;
    private final Counter published;
    private final Counter failed;
    private volatile @Nullable Instant oldest;
    private volatile long looked;

    OutboxMeters(MeterRegistry registry, Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.looked = nanos.getAsLong();
        this.published = EventMeter.PUBLISHED.counter(registry);
        this.failed = EventMeter.FAILED.counter(registry);
        EventMeter.OLDEST_WAITING.seconds(registry, this::oldestWaiting);
    }

    void count(OutboxRelay.Pass pass) {
        published.increment(pass.published());
        failed.increment(pass.failed());
    }

    /** @param since when the oldest event that waits happened; null: none waits */
    void oldestIs(@Nullable Instant since) {
        oldest = since;
        looked = nanos.getAsLong();
    }

    Duration sinceLooked() {
        return Duration.ofNanos(nanos.getAsLong() - looked);
    }

    /** An outbox that nobody has looked into for long may hold something that has waited as long. */
    private Duration oldestWaiting() {
        var since = oldest;
        var known = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        var unknown = sinceLooked();
        return unknown.compareTo(TOO_LONG_NOT_LOOKED) > 0 && unknown.compareTo(known) > 0 ? unknown : known;
    }
}
