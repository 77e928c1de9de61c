package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.booking.Scene;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic that sells treatments, and has one room for stones. */
abstract class TreatmentScene {

    static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);

    static final Instant TEN = Scene.TUESDAY_TEN;

    static final Instant NOON = TEN.plus(Duration.ofHours(2));

    static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Scene scene;

    @Autowired
    Clinics clinics;

    @Autowired
    Treatments treatments;

    @Autowired
    Openings openings;

    @Autowired
    HoldDesk holds;

    @Autowired
    BookingDesk desk;

    @Autowired
    VisitDesk visits;

    final Actor.Patient rosa = Scene.patient();

    Clinic clinic;

    KnownTherapist dana;

    @BeforeEach
    void aClinicWithOneRoomForStones() {
        var bare = scene.clinic(2);
        var stones = new Room(bare.rooms().getLast().id(), "Room 2", Set.of(RoomEquipment.HOT_STONES));
        clinic = new Clinic(
                bare.id(),
                bare.name(),
                bare.alias(),
                bare.state(),
                bare.zone(),
                bare.address(),
                bare.phone(),
                List.of(bare.rooms().getFirst(), stones));
        clinics.save(clinic).block();
        dana = scene.therapist(clinic);
    }

    Treatment sold(String name, int effort, Set<String> equipment) {
        var treatment = new Treatment(
                TreatmentId.random(),
                clinic.id(),
                name,
                Stream.of(30, 60).map(Duration::ofMinutes).toList(),
                false,
                HOUR,
                HOUR,
                effort,
                equipment);
        treatments.save(treatment).block();
        return treatment;
    }

    static Treatment changed(Treatment treatment, int effort, int minutes) {
        return new Treatment(
                treatment.id(),
                treatment.clinic(),
                treatment.name(),
                List.of(Duration.ofMinutes(minutes)),
                false,
                treatment.cancelWindow(),
                treatment.moveWindow(),
                effort,
                treatment.equipment());
    }

    Wish wish(Instant start, Treatment treatment) {
        return new Wish(clinic.id(), dana.id(), start, Condition.NECK_PAIN, treatment.id(), null);
    }

    Appointment book(Actor.Patient patient, Instant start, @Nullable Treatment treatment) {
        return book(patient, dana, start, treatment);
    }

    Appointment book(Actor.Patient patient, KnownTherapist therapist, Instant start, @Nullable Treatment treatment) {
        return book(patient, therapist, start, treatment, null);
    }

    Appointment book(
            Actor.Patient patient,
            KnownTherapist therapist,
            Instant start,
            @Nullable Treatment treatment,
            @Nullable HoldId hold) {
        var wish = new Wish(
                clinic.id(),
                therapist.id(),
                start,
                Condition.NECK_PAIN,
                treatment == null ? null : treatment.id(),
                null);
        return requireNonNull(desk.book(
                        patient,
                        new BookingDesk.Request(Scene.details(patient), wish, hold),
                        UUID.randomUUID().toString())
                .block());
    }
}
