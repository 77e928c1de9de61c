package health.reprieve.notification.message;

import health.reprieve.telemetry.metric.LastSeen;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Series;
import health.reprieve.telemetry.metric.SeriesOfTwo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** What an operator sees of the ledger and of the mail server. */
public final class MessageMeters {

    private static final Duration SHOWN = Duration.ofMinutes(1);

    private final SeriesOfTwo<Template, MessageState, Counter> messages;
    private final Series<SmtpAnswer, Counter> answers;
    private final Series<Template, Timer> mailTime;
    private final Clock clock;
    private final LastSeen<List<Ledger.Backlog>> backlog;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime()} */
    public MessageMeters(Meters meters, Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.backlog = new LastSeen<>(SHOWN, nanos);
        this.messages = meters.counters(NotificationMetric.MESSAGES, Template.class, MessageState.class);
        this.answers = meters.counters(NotificationMetric.SMTP_ANSWERS, SmtpAnswer.class);
        this.mailTime = meters.timers(NotificationMetric.MAIL_TIME, Template.class);
        meters.gauges(NotificationMetric.OPEN, Template.class, MessageState.class, this::open);
        meters.gauges(NotificationMetric.DUE, Template.class, template -> sum(template, Ledger.Backlog::due));
        meters.gauges(NotificationMetric.OLDEST_DUE, Template.class, this::oldestDue);
        // what nobody can look at is unknown, and an alert on it would be quiet; this rises
        meters.gauge(NotificationMetric.LOOKED, () -> backlog.age().toMillis() / 1000.0);
    }

    void entered(Template template, MessageState state) {
        messages.of(template, state).increment();
    }

    void answered(Outcome outcome) {
        SmtpAnswer.of(outcome).ifPresent(answer -> answers.of(answer).increment());
    }

    /** @param at when the mail server took it */
    void accepted(Message message, Instant at) {
        mailTime.of(message.template()).record(Duration.between(message.happenedAt(), at));
    }

    void show(List<Ledger.Backlog> present) {
        backlog.see(present);
    }

    private double open(Template template, MessageState state) {
        return sum(template, part -> part.state() == state ? part.messages() : 0);
    }

    private double sum(Template template, ToLongFunction<Ledger.Backlog> of) {
        return backlog.show(present -> present.stream()
                .filter(part -> part.template() == template)
                .mapToLong(of)
                .sum());
    }

    private double oldestDue(Template template) {
        var now = clock.instant();
        return backlog.show(present -> present.stream()
                .filter(part -> part.template() == template)
                .mapToDouble(
                        part -> Duration.between(part.oldestQueuedAt(), now).toMillis() / 1000.0)
                .reduce(0, Math::max));
    }
}
