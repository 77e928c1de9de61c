package health.reprieve.booking.waitlist;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic with one time on a Tuesday, for which two people wait. */
abstract class OfferScene {

    /** Monday, ten in the morning in New York. */
    static final Instant TEN = Instant.parse("2027-03-01T15:00:00Z");

    @Autowired
    OfferDesk offers;

    @Autowired
    WaitlistDesk desk;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    final Actor.Patient first = Scene.patient();

    final Actor.Patient second = Scene.patient();

    Clinic clinic;

    KnownTherapist therapist;

    @BeforeEach
    void aClinicWithOneTimeOnTuesdayForWhichTwoPeopleWait() {
        clock.set(TEN);
        clinic = scene.clinic(1);
        therapist = line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        line.joined(first, WaitScene.wish(clinic, WaitScene.TUESDAY));
        clock.advance(Duration.ofSeconds(1));
        line.joined(second, WaitScene.wish(clinic, WaitScene.TUESDAY));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    OfferMade accept(Actor.Patient patient, OfferMade offer) {
        return requireNonNull(offers.accept(patient, offer.id()).block()).offer();
    }

    List<OfferMade.Outcome> outcomes(Actor.Patient patient) {
        var wish = line.own(patient).getLast();
        return requireNonNull(desk.offers(patient, wish.id()).block()).stream()
                .map(OfferMade::outcome)
                .toList();
    }

    long heldFor(OfferMade offer) {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE browser_id = $1",
                offer.id().value());
    }
}
