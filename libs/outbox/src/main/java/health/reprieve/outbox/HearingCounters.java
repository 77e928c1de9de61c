package health.reprieve.outbox;

import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Series;
import io.micrometer.core.instrument.Counter;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.util.function.SingletonSupplier;

/** Counts what becomes of events, in this process. */
final class HearingCounters {

    private final Series<Handling, Counter> handled;
    private final SingletonSupplier<ByTopic> byTopic;

    /** @param topics that are heard; asked for late, since only then all listeners are known */
    HearingCounters(Meters meters, Supplier<Set<String>> topics) {
        this.handled = meters.counters(HearingMetric.HANDLED, Handling.class);
        this.byTopic = SingletonSupplier.of(() -> ByTopic.of(meters, topics.get()));
    }

    private record ByTopic(
            Series<String, Counter> notHandled, Series<String, Counter> parked, Series<String, Counter> skipped) {

        static ByTopic of(Meters meters, Set<String> topics) {
            return new ByTopic(
                    meters.counters(HearingMetric.NOT_HANDLED, topics),
                    meters.counters(HearingMetric.PARKED, topics),
                    meters.counters(HearingMetric.SKIPPED, topics));
        }
    }

    /** So that the first event that is ever parked is a rise from zero, which an alert sees. */
    @EventListener
    void showZero(ContextRefreshedEvent refreshed) {
        byTopic.obtain();
    }

    void handled(Handling handling) {
        handled.of(handling).increment();
    }

    void notHandled(String topic) {
        byTopic.obtain().notHandled.of(topic).increment();
    }

    void parked(String topic) {
        byTopic.obtain().parked.of(topic).increment();
    }

    void skipped(String topic) {
        byTopic.obtain().skipped.of(topic).increment();
    }
}
