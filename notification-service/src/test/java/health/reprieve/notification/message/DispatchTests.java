package health.reprieve.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.access.PatientId;
import health.reprieve.notification.house.QuietHouse;
import health.reprieve.notification.message.email.SmtpSink.Behaviour;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DispatchTests extends QuietHouse {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    @Autowired
    private Ledger ledger;

    @Autowired
    private Carrier carrier;

    @Autowired
    private MessageMeters meters;

    @Test
    void aStopDoesNotWaitForASlowServerAndDoesNotTearTheMailAway() throws Exception {
        var dispatch = dispatch();
        var patient = PatientId.random();
        know(patient);
        SINK.next(Behaviour.WAIT_AFTER_DOT);
        heard(UUID.randomUUID(), Template.CONFIRMATION, booked(UUID.randomUUID(), patient, 0));
        dispatch.start();
        await().atMost(PATIENCE).until(() -> SINK.taken().size() == 1);

        var stopped = new CountDownLatch(1);
        dispatch.stop(stopped::countDown);
        assertThat(stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(ledger()).containsExactly("CONFIRMATION SENDING");

        SINK.answer();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger()).containsExactly("CONFIRMATION ACCEPTED"));
        assertThat(SINK.taken()).hasSize(1);
    }

    @Test
    void aStopBeginsNothingNew() throws Exception {
        var dispatch = dispatch();
        dispatch.start();
        var stopped = new CountDownLatch(1);
        dispatch.stop(stopped::countDown);
        assertThat(stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        var patient = PatientId.random();
        know(patient);
        heard(UUID.randomUUID(), Template.CONFIRMATION, booked(UUID.randomUUID(), patient, 0));
        dispatch.wake();

        assertThat(ledger()).containsExactly("CONFIRMATION QUEUED");
    }

    private Dispatch dispatch() {
        var settings = new DeliverySettings(
                1,
                Duration.ofDays(1),
                Duration.ofMinutes(8),
                Duration.ofMinutes(7),
                Duration.ofMillis(50),
                Duration.ofDays(5),
                1);
        return new Dispatch(sending, ledger, carrier, meters, settings, clock);
    }
}
