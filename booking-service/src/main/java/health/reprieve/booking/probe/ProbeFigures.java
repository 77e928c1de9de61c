package health.reprieve.booking.probe;

import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.booking.metric.ProbeOutcome;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Series;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of probing; there also where it is off, so that nobody takes silence for health. */
@Component
class ProbeFigures {

    private final Series<ProbeOutcome, Counter> probes;
    private final Timer bookings;
    private final Timer publishing;
    private volatile @Nullable Instant lastSuccess;

    ProbeFigures(MeterRegistry registry) {
        var meters = new Meters(registry);
        this.probes = meters.counters(BookingMetric.PROBES, ProbeOutcome.class);
        this.bookings = meters.timer(BookingMetric.PROBE_TIME);
        this.publishing = meters.timer(BookingMetric.PROBE_PUBLISHED);
        meters.gauge(BookingMetric.PROBE_LAST_SUCCESS, this::lastSuccess);
    }

    /** From now on there should be successes. */
    void begin() {
        // not the start: a process that dies again and again would always have begun just now
        lastSuccess = Instant.EPOCH;
    }

    void count(ProbeOutcome outcome, Instant now) {
        probes.of(outcome).increment();
        switch (outcome) {
            case OK, SLOW -> lastSuccess = now;
            case UNPUBLISHED, REFUSED, FAILED -> {}
        }
    }

    /** How long a booking took that came to its end. */
    void took(Duration time) {
        bookings.record(time);
    }

    /** How long it took until the news was seen to have left. */
    void published(Duration time) {
        publishing.record(time);
    }

    private double lastSuccess() {
        var last = lastSuccess;
        return last == null ? Double.NaN : last.getEpochSecond();
    }
}
