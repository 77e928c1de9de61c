package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic with two therapists, where people ask for whoever is free. */
abstract class AnyTherapistScene {

    static final Instant TEN = Scene.TUESDAY_TEN;

    static final Instant NOON = TEN.plus(Duration.ofHours(2));

    static final Duration DAY = Duration.ofDays(1);

    static final Whom ANYBODY = new Whom.Anybody();

    @Autowired
    Scene scene;

    @Autowired
    BookingDesk desk;

    @Autowired
    TestClock clock;

    final Actor.Patient rosa = Scene.patient();

    Clinic clinic;

    KnownTherapist dana;

    KnownTherapist samuel;

    @BeforeEach
    void aClinicWithTwoTherapists() {
        clinic = scene.clinic(6);
        dana = scene.therapist(clinic);
        samuel = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    Wish wish(Whom whom, Instant start) {
        return new Wish(clinic.id(), whom, start, Condition.NECK_PAIN, null, null, null);
    }

    Appointment book(Actor.Patient patient, Whom whom, Instant start) {
        return requireNonNull(desk.book(
                        patient,
                        new BookingDesk.Request(Scene.details(patient), wish(whom, start), null),
                        UUID.randomUUID().toString())
                .block());
    }
}
