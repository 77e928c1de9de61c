package health.reprieve.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@BookingTest
class BookingRaceTests {

    @Autowired
    BookingDesk desk;

    @Autowired
    HoldDesk holds;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Test
    void ofSixteenClientsForOneTimeExactlyOneWinsInEachOfAHundredRounds() {
        for (int round = 0; round < 100; round++) {
            var clinic = scene.clinic(3);
            var therapist = scene.therapist(clinic);

            var outcomes = Race.run(16, i -> book(clinic, therapist, Scene.TUESDAY_TEN));

            assertThat(Race.winners(outcomes)).as("round %d", round).isEqualTo(1);
            assertThat(Race.losses(outcomes)).allSatisfy(Race::isHonest);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void ofTwoTimesThatOverlapWithoutBeingEqualOneIsWon() {
        for (int round = 0; round < 30; round++) {
            var clinic = scene.clinic(3);
            var therapist = scene.therapist(clinic);

            var outcomes =
                    Race.run(2, i -> book(clinic, therapist, Scene.TUESDAY_TEN.plus(Duration.ofMinutes(30L * i))));

            assertThat(Race.winners(outcomes)).as("round %d", round).isEqualTo(1);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void theLastRoomIsGivenToOne() {
        for (int round = 0; round < 20; round++) {
            var clinic = scene.clinic(1);
            var therapists =
                    IntStream.range(0, 4).mapToObj(i -> scene.therapist(clinic)).toList();

            var outcomes = Race.run(4, i -> book(clinic, therapists.get(i), Scene.TUESDAY_TEN));

            assertThat(Race.winners(outcomes)).as("round %d", round).isEqualTo(1);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void threeTherapistsWhoReachForTheSameRoomAllGetOne() {
        for (int round = 0; round < 20; round++) {
            var clinic = scene.clinic(3);
            var therapists =
                    IntStream.range(0, 3).mapToObj(i -> scene.therapist(clinic)).toList();

            var outcomes = Race.run(3, i -> book(clinic, therapists.get(i), Scene.TUESDAY_TEN));

            assertThat(Race.winners(outcomes)).as("round %d", round).isEqualTo(3);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void onePatientCannotHaveTwoVisitsAtOnce() {
        for (int round = 0; round < 20; round++) {
            var clinic = scene.clinic(3);
            var therapists =
                    IntStream.range(0, 2).mapToObj(i -> scene.therapist(clinic)).toList();
            var patient = Scene.patient();

            var outcomes = Race.run(2, i -> book(patient, clinic, therapists.get(i), Scene.TUESDAY_TEN, "key " + i));

            assertThat(Race.winners(outcomes)).as("round %d", round).isEqualTo(1);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void twoPatientsWhoTakeEachOthersTimeBothKeepOne() {
        var clinic = scene.clinic(3);
        var therapist = scene.therapist(clinic);
        var ten = Scene.TUESDAY_TEN;
        var two = ten.plus(Duration.ofHours(4));
        var rosa = Scene.patient();
        var omar = Scene.patient();
        var hers = Objects.requireNonNull(
                book(rosa, clinic, therapist, ten, "hers").block());
        var his =
                Objects.requireNonNull(book(omar, clinic, therapist, two, "his").block());
        for (int round = 0; round < 30; round++) {
            var outcomes = Race.run(2, i -> i == 0 ? moveTo(rosa, hers, two) : moveTo(omar, his, ten));

            assertThat(Race.losses(outcomes)).allSatisfy(Race::isHonest);
            assertThat(visits.find(rosa, hers.id()).block()).matches(Appointment::isBooked);
            assertThat(visits.find(omar, his.id()).block()).matches(Appointment::isBooked);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void theOldTimeOfAMovedVisitCanBeHadAtOnce() {
        var clinic = scene.clinic(1);
        var therapist = scene.therapist(clinic);
        var rosa = Scene.patient();
        var visit = Objects.requireNonNull(
                book(rosa, clinic, therapist, Scene.TUESDAY_TEN, "k").block());

        moveTo(rosa, visit, Scene.TUESDAY_TEN.plus(Duration.ofHours(3))).block();

        assertThat(book(clinic, therapist, Scene.TUESDAY_TEN).block()).isNotNull();
    }

    @Test
    void aHeldTimeIsNobodyElsesToHoldOrToBook() {
        for (int round = 0; round < 20; round++) {
            var clinic = scene.clinic(3);
            var therapist = scene.therapist(clinic);

            var outcomes = Race.run(
                    8,
                    i -> i % 2 == 0
                            ? book(clinic, therapist, Scene.TUESDAY_TEN)
                            : hold(clinic, therapist, Scene.TUESDAY_TEN));

            assertThat(Race.winners(outcomes)).as("round %d", round).isEqualTo(1);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void aRequestRepeatedAtTheSameMomentBooksOnceAndAnswersAllAlike() {
        for (int round = 0; round < 20; round++) {
            var clinic = scene.clinic(3);
            var therapist = scene.therapist(clinic);
            var patient = Scene.patient();

            var outcomes = Race.run(8, i -> book(patient, clinic, therapist, Scene.TUESDAY_TEN, "the same"));

            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
            assertThat(outcomes.stream()
                            .map(outcome -> outcome.value().orElseThrow())
                            .distinct())
                    .hasSize(1);
        }
    }

    private Mono<AppointmentId> book(Clinic clinic, KnownTherapist therapist, Instant start) {
        return book(Scene.patient(), clinic, therapist, start, "key").map(Appointment::id);
    }

    private Mono<Appointment> book(
            Actor.Patient patient, Clinic clinic, KnownTherapist therapist, Instant start, String key) {
        var request = new BookingDesk.Request(Scene.details(patient), Scene.wish(clinic, therapist, start), null);
        return desk.book(patient, request, key);
    }

    private Mono<Hold> hold(Clinic clinic, KnownTherapist therapist, Instant start) {
        var visitor = Scene.visitor();
        return holds.hold(visitor.browser(), Asker.of(visitor), Scene.wish(clinic, therapist, start));
    }

    private Mono<Appointment> moveTo(Actor.Patient patient, Appointment visit, Instant start) {
        return visits.find(patient, visit.id()).flatMap(now -> visits.move(patient, now.id(), now.version(), start));
    }
}
