package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomEquipment;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.booking.treatment.Treatments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An ordinary visit in the only room with stones. */
abstract class SwappedRoomScene {

    static final Instant TEN = Scene.TUESDAY_TEN;

    @Autowired
    Scene scene;

    @Autowired
    Clinics clinics;

    @Autowired
    Treatments treatments;

    @Autowired
    BookingDesk desk;

    @Autowired
    VisitDesk visits;

    @Autowired
    TestClock clock;

    final Actor.Patient rosa = Scene.patient();

    Clinic clinic;

    KnownTherapist samuel;

    KnownTherapist tom;

    Treatment stones;

    Appointment inTheWay;

    @BeforeEach
    void anOrdinaryVisitInTheRoomWithTheStones() {
        clinic = clinicWithStones();
        var dana = scene.therapist(clinic);
        samuel = scene.therapist(clinic);
        tom = scene.therapist(clinic);
        stones = new Treatment(
                TreatmentId.random(),
                clinic.id(),
                "Hot stones",
                List.of(Duration.ofHours(1)),
                false,
                Duration.ZERO,
                Duration.ZERO,
                100,
                Set.of("HOT_STONES"));
        treatments.save(stones).block();
        var first = scene.booked(Scene.patient(), clinic, tom, TEN);
        inTheWay = scene.booked(Scene.patient(), clinic, dana, TEN);
        assertThat(inTheWay.room().name()).isEqualTo("Room 2");
        visits.cancel(Scene.DESK, first.id(), 1, new VisitDesk.Cancellation(null, "she is ill"))
                .block();
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    Clinic clinicWithStones() {
        var bare = scene.clinic(2);
        var withStones = new Clinic(
                bare.id(),
                bare.name(),
                bare.alias(),
                bare.state(),
                bare.zone(),
                bare.address(),
                bare.phone(),
                List.of(
                        bare.rooms().getFirst(),
                        new Room(bare.rooms().getLast().id(), "Room 2", Set.of(RoomEquipment.HOT_STONES))));
        clinics.save(withStones).block();
        return withStones;
    }

    Appointment again(Appointment visit) {
        return requireNonNull(visits.find(Scene.DESK, visit.id()).block());
    }

    Wish wish(KnownTherapist therapist, Instant start) {
        return new Wish(clinic.id(), therapist.id(), start, Condition.NECK_PAIN, stones.id(), null);
    }
}
