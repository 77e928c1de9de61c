package health.reprieve.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.PatientId;
import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.notification.house.LogBook;
import health.reprieve.notification.house.QuietHouse;
import health.reprieve.notification.message.email.SmtpSink.Behaviour;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeliveryTests extends QuietHouse {

    private final PatientId patient = PatientId.random();
    private final UUID visit = UUID.randomUUID();

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Ledger book;

    @Test
    void aMailThatIsDeferredGoesOutWhenItsTimeHasCome() {
        know(patient);
        SINK.next(Behaviour.DEFER_RECIPIENT);
        book();
        sendAllDue();
        assertThat(ledger()).containsExactly("CONFIRMATION DEFERRED");

        clock.advance(Duration.ofSeconds(59));
        sendAllDue();
        assertThat(SINK.taken()).isEmpty();

        clock.advance(Duration.ofSeconds(7));
        sendAllDue();
        assertThat(SINK.taken()).hasSize(1);
        assertThat(ledger()).containsExactly("CONFIRMATION ACCEPTED");
    }

    @Test
    void aMailThatIsRefusedStaysVisibleAndIsNeverTriedAgain() {
        know(patient);
        SINK.next(Behaviour.REFUSE_RECIPIENT);
        var before = count(Template.CONFIRMATION, MessageState.REFUSED);
        book();
        sendAllDue();
        clock.advance(Duration.ofDays(4));
        sendAllDue();

        assertThat(SINK.taken()).isEmpty();
        assertThat(ledger()).containsExactly("CONFIRMATION REFUSED");
        assertThat(row("SELECT reply FROM message")).containsEntry("reply", 550);
        assertThat(count(Template.CONFIRMATION, MessageState.REFUSED) - before).isEqualTo(1);
    }

    @Test
    void anOutageEndsWithTheMailOrAfterFiveDaysWithoutIt() {
        know(patient);
        SINK.next(Collections.nCopies(500, Behaviour.CUT_BEFORE_DOT).toArray(Behaviour[]::new));
        book();
        for (int hour = 0; hour <= 5 * 24; hour++) {
            sendAllDue();
            clock.advance(Duration.ofMinutes(66));
        }

        assertThat(ledger()).containsExactly("CONFIRMATION EXPIRED");
        assertThat(SINK.taken()).isEmpty();
    }

    @Test
    void aVisitThatHasBegunIsNotConfirmedAnyMore() {
        know(patient);
        clock.advance(Duration.ofDays(8));
        book();
        clock.advance(Duration.between(clock.instant(), START));
        sendAllDue();

        assertThat(SINK.taken()).isEmpty();
        assertThat(ledger()).containsExactly("CONFIRMATION EXPIRED");
    }

    @Test
    void aBookingHeardBeforeTheContactWaitsForIt() {
        book();
        sendAllDue();
        assertThat(ledger()).containsExactly("CONFIRMATION QUEUED");

        know(patient);
        sendAllDue();

        assertThat(SINK.taken()).hasSize(1);
        assertThat(ledger()).containsExactly("CONFIRMATION ACCEPTED");
    }

    @Test
    void aVisitCancelledBeforeItsConfirmationWentOutIsOnlyToldAsCancelled() {
        know(patient);
        book();
        heard(UUID.randomUUID(), Template.CANCELLATION, cancelled(visit, patient, 1));
        sendAllDue();

        assertThat(SINK.taken()).singleElement().asString().contains("Subject: Your appointment was canceled");
        assertThat(ledger()).containsExactly("CANCELLATION ACCEPTED", "CONFIRMATION SUPERSEDED");
    }

    @Test
    void aMailOffersOnlyWhatCanStillBeDone() {
        know(patient);
        book();
        sendAllDue();
        heard(UUID.randomUUID(), Template.CANCELLATION, cancelled(visit, patient, 1));
        sendAllDue();

        assertThat(SINK.taken().getFirst()).contains("See or cancel your appointment");
        assertThat(SINK.taken().getLast())
                .contains("See your appointment", "Your calendar may remove it by itself.")
                .doesNotContain("See or cancel");
    }

    @Test
    void aDeferredConfirmationIsDroppedWhenTheVisitIsMovedMeanwhile() {
        know(patient);
        SINK.next(Behaviour.DEFER_CONTENT);
        book();
        sendAllDue();
        heard(UUID.randomUUID(), Template.NEW_TIME, booked(visit, patient, 1));
        sendAllDue();
        clock.advance(Duration.ofMinutes(2));
        sendAllDue();

        assertThat(SINK.taken()).singleElement().asString().contains("Your appointment has been changed");
        assertThat(ledger()).containsExactly("CONFIRMATION SUPERSEDED", "NEW_TIME ACCEPTED");
    }

    @Test
    void oneRecipientWhoCannotBeReachedHoldsUpNobody() {
        book();
        var other = PatientId.random();
        know(other);
        heard(UUID.randomUUID(), Template.CONFIRMATION, booked(UUID.randomUUID(), other, 0));
        sendAllDue();

        assertThat(SINK.taken()).hasSize(1);
        assertThat(ledger()).containsExactly("CONFIRMATION ACCEPTED", "CONFIRMATION QUEUED");
    }

    @Test
    void aMailServerThatQuotesAnAddressDoesNotBringItIntoTheLog() {
        know(patient);
        SINK.next(Behaviour.REFUSE_RECIPIENT, Behaviour.DEFER_RECIPIENT, Behaviour.CUT_AFTER_DOT);
        try (var log = LogBook.open()) {
            for (int n = 0; n < 3; n++) {
                heard(UUID.randomUUID(), Template.CONFIRMATION, booked(UUID.randomUUID(), patient, 0));
            }
            sendAllDue();

            assertThat(log.lines())
                    .anyMatch(line -> line.contains(NotificationLogEvent.MESSAGE_REFUSED.code()))
                    .noneMatch(line -> line.contains("rosa@example.org"))
                    .noneMatch(line -> line.contains("Rosa"));
        }
    }

    @Test
    void howLongAMailTookIsCountedFromTheEventThatItTellsOf() {
        know(patient);
        var before = mailSeconds();
        book();
        clock.advance(Duration.ofSeconds(42));
        sendAllDue();

        assertThat(mailSeconds() - before).isEqualTo(42);
    }

    @Test
    void whatTheMailServerSaysIsCountedByWhatItMeans() {
        know(patient);
        var before = answers();
        SINK.next(
                Behaviour.DEFER_RECIPIENT,
                Behaviour.REFUSE_RECIPIENT,
                Behaviour.CUT_BEFORE_DOT,
                Behaviour.CUT_AFTER_DOT);
        for (int n = 0; n < 5; n++) {
            heard(UUID.randomUUID(), Template.CONFIRMATION, booked(UUID.randomUUID(), patient, 0));
        }
        sendAllDue();

        assertThat(answers())
                .allSatisfy((answer, count) ->
                        assertThat(count - before.get(answer)).as("%s", answer).isEqualTo(1));
    }

    @Test
    void whatIsDueAndNotSentIsShownUntilItIsSentOrPutOff() {
        know(patient);
        SINK.next(Behaviour.DEFER_RECIPIENT);
        book();
        assertThat(shown(NotificationMetric.DUE)).isEqualTo(1);

        sendAllDue();
        assertThat(shown(NotificationMetric.DUE)).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(shown(NotificationMetric.DUE)).isEqualTo(1);
        assertThat(shown(NotificationMetric.OLDEST_DUE)).isEqualTo(120);

        sendAllDue();
        assertThat(shown(NotificationMetric.DUE)).isZero();
        assertThat(shown(NotificationMetric.OLDEST_DUE)).isZero();
    }

    @Test
    void whileNobodyCanLookItIsUnknownWhatIsDueAndTheAgeOfTheLastLookRises() {
        var registry = new SimpleMeterRegistry();
        var nanos = new AtomicLong();
        var fresh = new MessageMeters(new Meters(registry), clock, nanos::get);
        fresh.show(done(book.backlog(clock.instant())));

        nanos.addAndGet(Duration.ofMinutes(3).toNanos());

        assertThat(registry.get("reprieve.notification.oldest.due")
                        .tag("template", "confirmation")
                        .gauge()
                        .value())
                .isNaN();
        assertThat(registry.get("reprieve.notification.looked").gauge().value()).isEqualTo(180);
    }

    /** What a look into the ledger shows of confirmations. */
    private double shown(NotificationMetric metric) {
        var registry = new SimpleMeterRegistry();
        var fresh = new MessageMeters(new Meters(registry), clock, System::nanoTime);
        fresh.show(done(book.backlog(clock.instant())));
        return registry.get(metric.figure().name())
                .tag("template", "confirmation")
                .gauge()
                .value();
    }

    private double mailSeconds() {
        return meters.get(NotificationMetric.MAIL_TIME.figure().name())
                .tag("template", "confirmation")
                .timer()
                .totalTime(TimeUnit.SECONDS);
    }

    private Map<SmtpAnswer, Double> answers() {
        return Arrays.stream(SmtpAnswer.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        answer -> meters.get(
                                        NotificationMetric.SMTP_ANSWERS.figure().name())
                                .tag("answer", Label.text(answer))
                                .counter()
                                .count()));
    }

    private void book() {
        heard(UUID.randomUUID(), Template.CONFIRMATION, booked(visit, patient, 0));
    }

    private double count(Template template, MessageState state) {
        return meters.get(NotificationMetric.MESSAGES.figure().name())
                .tag("template", Label.text(template))
                .tag("state", Label.text(state))
                .counter()
                .count();
    }
}
