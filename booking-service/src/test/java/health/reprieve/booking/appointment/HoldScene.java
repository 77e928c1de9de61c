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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic with one therapist, and what is held there. */
abstract class HoldScene {

    static final Duration KEPT = Duration.ofMinutes(10);

    static final Instant TEN = Scene.TUESDAY_TEN;

    static final Instant NOON = TEN.plus(Duration.ofHours(2));

    @Autowired
    HoldDesk holds;

    @Autowired
    VisitDesk visits;

    @Autowired
    Openings openings;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    Clinic clinic;

    KnownTherapist therapist;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    Hold hold(Actor actor, Instant start) {
        var browser = actor.ownBrowser().orElseThrow();
        return requireNonNull(holds.hold(browser, Asker.of(actor), Scene.wish(clinic, therapist, start))
                .block());
    }

    boolean isOffered(Actor actor, Instant start) {
        return requireNonNull(openings.firstDays(clinic.id(), Condition.NECK_PAIN, null, Asker.of(actor))
                        .block())
                .days()
                .stream()
                .flatMap(day -> day.offers().stream())
                .anyMatch(offer -> offer.time().start().equals(start));
    }
}
