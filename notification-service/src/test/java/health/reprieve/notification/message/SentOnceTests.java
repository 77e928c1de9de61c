package health.reprieve.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.PatientId;
import health.reprieve.notification.house.QuietHouse;
import health.reprieve.notification.message.email.SmtpSink.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SentOnceTests extends QuietHouse {

    private final PatientId patient = PatientId.random();
    private final UUID visit = UUID.randomUUID();
    private final UUID bookedEvent = UUID.randomUUID();

    @Autowired
    private Ledger ledger;

    @Autowired
    private List<Writer> writers;

    @Autowired
    private Carrier carrier;

    @Test
    void aBookingToldThreeTimesIsConfirmedOnce() {
        know(patient);
        for (int times = 0; times < 3; times++) {
            heard(bookedEvent, Template.CONFIRMATION, booked(visit, patient, 0));
            sendAllDue();
        }

        assertThat(SINK.taken()).hasSize(1);
        assertThat(ledger()).containsExactly("CONFIRMATION ACCEPTED");
    }

    @Test
    void manySendersRacingSendEachMessageOnce() throws Exception {
        IntStream.range(0, 30).forEach(n -> {
            var someone = PatientId.random();
            know(someone);
            heard(UUID.randomUUID(), Template.CONFIRMATION, booked(UUID.randomUUID(), someone, 0));
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> sender = () -> {
                sendAllDue();
                return true;
            };
            for (var done : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(n -> sender).toList())) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(names()).hasSize(30).doesNotHaveDuplicates();
        assertThat(ledger()).hasSize(30).allMatch("CONFIRMATION ACCEPTED"::equals);
    }

    @Test
    void ofOneAppointmentOnlyOneMessageIsOnItsWay() {
        know(patient);
        heard(bookedEvent, Template.CONFIRMATION, booked(visit, patient, 0));
        done(ledger.claim(clock.instant()));
        heard(UUID.randomUUID(), Template.CANCELLATION, cancelled(visit, patient, 1));

        assertThat(done(ledger.claim(clock.instant()))).isEmpty();
    }

    @Test
    void aSenderThatDiesBetweenAcceptedAndMarkedCausesOneRepeatUnderTheSameName() {
        know(patient);
        heard(bookedEvent, Template.CONFIRMATION, booked(visit, patient, 0));
        var claimed = done(ledger.claim(clock.instant())).orElseThrow();
        carrier.carry(written(claimed));
        sendAllDue();
        assertThat(ledger()).containsExactly("CONFIRMATION SENDING");

        sql("UPDATE message SET leased_until = clock_timestamp() - interval '1 second'");
        assertThat(done(ledger.recoverLapsed(clock.instant()))).containsExactly(Template.CONFIRMATION);
        assertThat(ledger()).containsExactly("CONFIRMATION UNKNOWN");
        sendAllDue();

        assertThat(ledger()).containsExactly("CONFIRMATION ACCEPTED");
        assertThat(names()).hasSize(2);
        assertThat(names().distinct()).hasSize(1);
    }

    @Test
    void aSenderThatWakesAfterItsLeaseChangesNothing() {
        know(patient);
        heard(bookedEvent, Template.CONFIRMATION, booked(visit, patient, 0));
        var claimed = done(ledger.claim(clock.instant())).orElseThrow();
        sql("UPDATE message SET leased_until = clock_timestamp() - interval '1 second'");
        done(ledger.recoverLapsed(clock.instant()));
        done(ledger.claim(clock.instant()));

        var late = new Settlement(MessageState.ACCEPTED, null, 0, 250);

        assertThat(done(ledger.settle(claimed, late, clock.instant()))).isFalse();
        assertThat(ledger()).containsExactly("CONFIRMATION SENDING");
    }

    @Test
    void aLeaseThatHasNotRunOutIsRespected() {
        know(patient);
        heard(bookedEvent, Template.CONFIRMATION, booked(visit, patient, 0));
        done(ledger.claim(clock.instant()));
        clock.advance(Duration.ofDays(1));

        assertThat(done(ledger.recoverLapsed(clock.instant()))).isEmpty();
    }

    @Test
    void anAnswerLostAfterTheFinalDotCausesOneRepeatUnderTheSameName() {
        know(patient);
        SINK.next(Behaviour.CUT_AFTER_DOT);
        heard(bookedEvent, Template.CONFIRMATION, booked(visit, patient, 0));
        sendAllDue();
        assertThat(ledger()).containsExactly("CONFIRMATION UNKNOWN");

        clock.advance(Duration.ofMinutes(2));
        sendAllDue();
        clock.advance(Duration.ofDays(2));
        sendAllDue();

        assertThat(ledger()).containsExactly("CONFIRMATION ACCEPTED");
        assertThat(names()).hasSize(2);
        assertThat(names().distinct()).hasSize(1);
    }

    private Mail written(Message message) {
        return Stream.ofNullable(message)
                .flatMap(m ->
                        writers.stream().filter(writer -> writer.templates().contains(m.template())))
                .map(writer -> done(writer.write(message)))
                .map(Writer.Draft.Written.class::cast)
                .map(Writer.Draft.Written::mail)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> names() {
        return SINK.taken().stream().flatMap(String::lines).filter(line -> line.startsWith("Message-ID:"));
    }
}
