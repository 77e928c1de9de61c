package health.reprieve.notification.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an operator sees of the ledger. Every label value there can be stands in the first scrape, so that a message
 * that never failed shows as zero and not as no data.
 */
public final class MessageMeters {

    /** Counts messages entering a state, in this process. */
    public static final String MESSAGES = "reprieve.messages";
    /** Messages that are not finished, in all processes together. */
    public static final String OPEN = "reprieve.messages.open";
    /** How long the longest-waiting message should have been sent already, in seconds; zero when none waits. */
    public static final String OLDEST_DUE = "reprieve.messages.oldest.due";

    private static final Set<MessageState> UNFINISHED =
            EnumSet.of(MessageState.QUEUED, MessageState.SENDING, MessageState.DEFERRED, MessageState.UNKNOWN);

    private final Map<Entry, Counter> entries = new HashMap<>();
    private final Clock clock;
    private volatile List<Ledger.Backlog> backlog = List.of();

    public MessageMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        Arrays.stream(Template.values()).forEach(template -> register(registry, template));
    }

    void entered(Template template, MessageState state) {
        Objects.requireNonNull(entries.get(new Entry(template, state))).increment();
    }

    void show(List<Ledger.Backlog> present) {
        backlog = present;
    }

    private void register(MeterRegistry registry, Template template) {
        for (var state : MessageState.values()) {
            entries.put(new Entry(template, state), counter(registry, template, state));
        }
        UNFINISHED.forEach(state -> Gauge.builder(OPEN, () -> open(template, state))
                .tag("template", template.name())
                .tag("state", state.name())
                .register(registry));
        Gauge.builder(OLDEST_DUE, () -> oldestDue(template))
                .tag("template", template.name())
                .baseUnit("seconds")
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, Template template, MessageState state) {
        return Counter.builder(MESSAGES)
                .tag("template", template.name())
                .tag("state", state.name())
                .register(registry);
    }

    private long open(Template template, MessageState state) {
        return backlog.stream()
                .filter(part -> part.template() == template && part.state() == state)
                .mapToLong(Ledger.Backlog::messages)
                .sum();
    }

    private double oldestDue(Template template) {
        var now = clock.instant();
        return backlog.stream()
                .filter(part -> part.template() == template)
                .mapToDouble(
                        part -> Duration.between(part.oldestQueuedAt(), now).toMillis() / 1000.0)
                .reduce(0, Math::max);
    }

    private record Entry(Template template, MessageState state) {}
}
