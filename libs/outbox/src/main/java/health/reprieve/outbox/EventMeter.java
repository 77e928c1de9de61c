package health.reprieve.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** What an operator sees of events on their way. A topic is the only label there is; nothing of a key or its contents. */
enum EventMeter {
    /** Events that Kafka acknowledged and that were marked. */
    PUBLISHED("reprieve.outbox.published"),
    /** Sends that failed; each is tried again. */
    FAILED("reprieve.outbox.failed"),
    /** How long the oldest event that is not published has waited, in seconds; zero when none waits. */
    OLDEST_WAITING("reprieve.outbox.oldest.waiting"),
    /** Deliveries to a listener of this service that failed, by topic; each is tried again or parked. */
    NOT_HANDLED("reprieve.events.not.handled"),
    /** Events put aside for a person to look at, by topic. */
    PARKED("reprieve.events.parked");

    private static final String TOPIC = "topic";

    private final String meterName;

    EventMeter(String meterName) {
        this.meterName = meterName;
    }

    Counter counter(MeterRegistry registry) {
        return Counter.builder(meterName).register(registry);
    }

    Counter counter(MeterRegistry registry, String topic) {
        return Counter.builder(meterName).tag(TOPIC, topic).register(registry);
    }

    void seconds(MeterRegistry registry, Supplier<Duration> age) {
        Gauge.builder(meterName, () -> age.get().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
    }
}
