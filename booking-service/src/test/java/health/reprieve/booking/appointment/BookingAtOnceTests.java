package health.reprieve.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** A booking of somebody whose contact data we have is one statement, without a transaction around it. */
@BookingTest
class BookingAtOnceTests {

    private static final Actor MANAGER = new Actor.Manager(AccountId.random());

    @Autowired
    BookingDesk desk;

    @Autowired
    HoldDesk holds;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Test
    void ofPatientsWhoWereHereBeforeOneWinsAndTheOthersKeepWhatTheirBrowsersHold() {
        var elsewhere = scene.clinic(8);
        var patients =
                IntStream.range(0, 8).mapToObj(i -> wasHereBefore(elsewhere)).toList();
        for (int round = 0; round < 10; round++) {
            var clinic = scene.clinic(10);
            var therapist = scene.therapist(clinic);
            patients.forEach(patient -> hold(patient, clinic, scene.therapist(clinic)));
            var key = "round " + round;

            var outcomes = Race.run(8, i -> book(patients.get(i), clinic, therapist, Scene.TUESDAY_TEN, key));

            assertThat(Race.winners(outcomes)).as(key).isEqualTo(1);
            assertThat(Race.losses(outcomes)).allSatisfy(Race::isHonest);
            var holding = patients.stream()
                    .filter(patient ->
                            holds.current(patient.browser()).blockOptional().isPresent());
            assertThat(holding).as(key).hasSize(7);
            patients.forEach(patient -> holds.release(patient.browser()).block());
            visits.cancel(MANAGER, won(outcomes).id(), 1).block();
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void aRequestOfWhoWasHereBeforeRepeatedAtTheSameMomentBooksOnceToo() {
        var patient = wasHereBefore(scene.clinic(1));
        for (int round = 0; round < 10; round++) {
            var clinic = scene.clinic(3);
            var therapist = scene.therapist(clinic);
            var key = "round " + round;

            var outcomes = Race.run(8, i -> book(patient, clinic, therapist, Scene.TUESDAY_TEN, key));

            assertThat(Race.winners(outcomes)).as(key).isEqualTo(8);
            assertThat(outcomes.stream()
                            .map(outcome -> outcome.value().orElseThrow())
                            .distinct())
                    .hasSize(1);
            visits.cancel(MANAGER, won(outcomes).id(), 1).block();
        }
    }

    @Test
    void twoRequestsUnderOneKeyForTwoTimesBookOneOfThem() {
        var patient = wasHereBefore(scene.clinic(1));
        var clinic = scene.clinic(3);
        for (int round = 0; round < 10; round++) {
            var therapists = List.of(scene.therapist(clinic), scene.therapist(clinic));
            var start = Scene.TUESDAY_TEN.plus(Duration.ofHours(2));
            var key = "round " + round;

            var outcomes =
                    Race.run(2, i -> book(patient, clinic, therapists.get(i), i == 0 ? Scene.TUESDAY_TEN : start, key));

            assertThat(Race.winners(outcomes)).as(key).isEqualTo(1);
            assertThat(Race.losses(outcomes))
                    .allSatisfy(loss -> assertThat(loss).isInstanceOf(BookingRefused.KeyReused.class));
            visits.cancel(MANAGER, won(outcomes).id(), 1).block();
            assertThat(scene.count(
                            "SELECT count(*) FROM reservation WHERE patient_id = $1 AND status = 'BOOKED' AND therapist_id IN ($2, $3)",
                            patient.id().value(),
                            therapists.get(0).id().value(),
                            therapists.get(1).id().value()))
                    .isZero();
        }
    }

    /** Somebody whose contact data we have. */
    private Actor.Patient wasHereBefore(Clinic elsewhere) {
        var patient = Scene.patient();
        scene.booked(patient, elsewhere, scene.therapist(elsewhere), Scene.TUESDAY_TEN.plus(Duration.ofDays(1)));
        return patient;
    }

    private void hold(Actor.Patient patient, Clinic clinic, KnownTherapist therapist) {
        var wish = Scene.wish(clinic, therapist, Scene.TUESDAY_TEN.plus(Duration.ofHours(3)));
        assertThat(holds.hold(patient.browser(), Asker.of(patient), wish).block())
                .isNotNull();
    }

    private Mono<Appointment> book(
            Actor.Patient patient, Clinic clinic, KnownTherapist therapist, Instant start, String key) {
        var request = new BookingDesk.Request(Scene.details(patient), Scene.wish(clinic, therapist, start), null);
        return desk.book(patient, request, key);
    }

    private static Appointment won(List<Race.Outcome> outcomes) {
        return (Appointment) outcomes.stream()
                .flatMap(outcome -> outcome.value().stream())
                .findFirst()
                .orElseThrow();
    }
}
