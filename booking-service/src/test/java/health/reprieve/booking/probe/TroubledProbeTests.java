package health.reprieve.booking.probe;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.metric.ProbeOutcome;
import health.reprieve.database.Database;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** What the probe says and leaves where something is wrong. */
@BookingTest
class TroubledProbeTests extends ProbeScene {

    @Autowired
    Database database;

    @Test
    void whatAnInstanceLeftThatDiedIsThrownAwayByTheNext() {
        booked();
        clock.advance(Duration.ofMinutes(4));
        probe(PATIENT);
        assertThat(left("reservation WHERE patient_id = $1")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        probe(PATIENT);

        assertThat(left("reservation WHERE patient_id = $1")).isZero();
        assertThat(left("appointment WHERE patient_id = $1")).isZero();
    }

    @Test
    void aBookingWhoseNewsDoesNotLeaveIsNoSuccess() {
        assertThat(probe(unpublished())).isEqualTo(ProbeOutcome.UNPUBLISHED);
    }

    @Test
    void aBookingThatTakesTooLongIsSlow() {
        assertThat(probe(new ProbeSettings(true, LONG, Duration.ZERO, LONG, LONG)))
                .isEqualTo(ProbeOutcome.SLOW);
    }

    @Test
    void whereTheDesksRefuseItTheProbeSaysSo() {
        var nowhere = new Ground(ClinicId.random(), ground.roomId(), ground.therapistId(), ground.patientId());

        assertThat(instance(only(Mono.just(nowhere)), PATIENT).once().block()).isEqualTo(ProbeOutcome.REFUSED);
    }

    @Test
    void whereNothingIsOfferedTheProbeSaysSo() {
        var idle = scene.clinic(1);
        var noTherapist = new Ground(idle.id(), idle.rooms().getFirst().id(), ground.therapistId(), ground.patientId());

        assertThat(instance(only(Mono.just(noTherapist)), PATIENT).once().block())
                .isEqualTo(ProbeOutcome.REFUSED);
    }

    @Test
    void aFaultIsCountedAndTheNextProbeIsMade() {
        var before = outcomes();
        var broken = instance(only(Mono.error(new IllegalStateException("no"))), PATIENT);

        assertThat(broken.once().block()).isEqualTo(ProbeOutcome.FAILED);
        assertThat(broken.once().block()).isEqualTo(ProbeOutcome.FAILED);

        assertThat(outcomes()).containsEntry("FAILED", before.get("FAILED") + 2);
    }

    @Test
    void whereNothingCanBeThrownAwayTheProbeIsStillWhatItWas() {
        var untidy = instance(only(Mono.just(ground), Mono.error(new IllegalStateException("no"))), PATIENT);

        assertThat(untidy.once().block()).isEqualTo(ProbeOutcome.OK);
    }

    @Test
    void aProbeThatFailsThrowsAwayWhatIsLeftAllTheSame() {
        booked();
        clock.advance(Duration.ofMinutes(6));
        var hasty = new ProbeSettings(true, LONG, LONG, Duration.ofSeconds(1), LONG);
        var nowhere = new Ground(ClinicId.random(), ground.roomId(), ground.therapistId(), ground.patientId());

        assertThat(instance(only(Mono.just(nowhere)), hasty).once().block()).isEqualTo(ProbeOutcome.REFUSED);

        assertThat(left("appointment WHERE patient_id = $1")).isZero();
    }

    @Test
    void newsThatLeftLateIsThrownAwayLater() {
        var visit = booked();
        database.one(client -> client.sql("UPDATE outbox SET published_at = :at WHERE key = :key")
                        .bind("at", TestClock.MONDAY)
                        .bind("key", visit.id().toString())
                        .then())
                .block();
        clock.advance(Duration.ofMinutes(6));

        probe(PATIENT);

        assertThat(scene.count(
                        "SELECT count(*) FROM outbox WHERE key = $1", visit.id().toString()))
                .isZero();
    }
}
