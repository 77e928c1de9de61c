package health.reprieve.notification.message;

import static health.reprieve.telemetry.metric.Figure.counter;
import static health.reprieve.telemetry.metric.Figure.gauge;
import static health.reprieve.telemetry.metric.Figure.seconds;
import static health.reprieve.telemetry.metric.Figure.timer;

import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Metric;
import java.time.Duration;
import java.util.EnumSet;

/** What is shown of messages and of the mail server. */
public enum NotificationMetric implements Metric {
    MESSAGES(counter("reprieve.notification.messages", "Messages that came into a state, in this process.")
            .by(template())
            .by(Label.of("state", MessageState.class))),
    OPEN(gauge(
                    "reprieve.notification.open",
                    "Messages that are not finished, in all instances together; unknown while nobody can look.")
            .by(template())
            .by(Label.of(
                    "state",
                    MessageState.class,
                    EnumSet.of(
                            MessageState.QUEUED, MessageState.SENDING, MessageState.DEFERRED, MessageState.UNKNOWN)))),
    DUE(gauge(
                    "reprieve.notification.due",
                    "Messages that should have been sent by now and are not finished, in all instances together.")
            .by(template())),
    OLDEST_DUE(seconds(
                    "reprieve.notification.oldest.due",
                    "How long ago the oldest message that is not finished should first have been sent; zero when there is none, unknown while nobody can look.")
            .by(template())),
    LOOKED(seconds(
            "reprieve.notification.looked", "How long ago the database last told which messages are not finished.")),
    SMTP_ANSWERS(counter("reprieve.notification.smtp.answers", "What the mail server said to mails.")
            .by(Label.of("answer", SmtpAnswer.class))),
    MAIL_TIME(timer(
                    "reprieve.notification.mail.time",
                    "How long after the event that it tells of a mail was accepted by the mail server.",
                    Duration.ofMillis(50),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10))
            .by(template()));

    @SuppressWarnings("ImmutableEnumChecker") // a record of copies; the checker knows only other libraries' lists
    private final Figure figure;

    NotificationMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }

    private static Label template() {
        return Label.of("template", Template.class);
    }
}
