package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Space that returns is for the visits that lost theirs, before anybody on the waiting list hears of it. */
@BookingTest
class OwedSpaceTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final ClosedTime.Affected ALL = new ClosedTime.Affected.WholeClinic();

    @Autowired
    ClinicDesk clinics;

    @Autowired
    ReassignmentDesk reassignments;

    @Autowired
    Losses losses;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient waits = Scene.patient();
    private final Actor.Patient waitsToo = Scene.patient();
    private Closing closing;
    private Clinic clinic;
    private KnownTherapist therapist;
    private Appointment visit;

    @BeforeEach
    void aVisitInTheOnlyHourOfATherapist() {
        clock.set(Instant.parse("2027-03-01T15:00:00Z"));
        closing = new Closing(clinics);
        clinic = scene.clinic(2);
        therapist = line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        visit = scene.booked(Scene.patient(), clinic, therapist, TEN);
        line.joined(waits, WaitScene.wish(clinic, WaitScene.TUESDAY));
        clock.advance(Duration.ofSeconds(1));
        line.joined(waitsToo, WaitScene.wish(clinic, WaitScene.TUESDAY));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whatComesBackIsOfferedToNobodyWhoWaitsBeforeTheVisitThatLostItHasItAgain() {
        var closure = close(ALL);
        closing.open(clinic, closure);

        line.look();

        assertThat(line.open(waits)).isEmpty();
        assertThat(reassigned().therapist()).isEqualTo(visit.therapist());
    }

    @Test
    void whereSeveralAreFreeThenAsManyAreKeptBackAsVisitsNeed() {
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        var closure = close(ALL);
        closing.open(clinic, closure);

        line.look();
        line.look();

        assertThat(line.open(waits))
                .hasValueSatisfying(offer -> assertThat(offer.therapist()).isNotEqualTo(therapist.id()));
        assertThat(line.open(waitsToo)).isEmpty();
        assertThat(reassigned().therapist()).isEqualTo(visit.therapist());
    }

    @Test
    void aColleaguesHourIsKeptBackForAVisitWhoseTherapistCannotTreat() {
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        close(new ClosedTime.Affected.OneTherapist(therapist.id()));

        line.look();

        assertThat(line.open(waits)).isEmpty();
    }

    @Test
    void theLastRoomIsKeptBackForAVisitThatHasNone() {
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        close(new ClosedTime.Affected.OneRoom(visit.room().id()));

        line.look();

        assertThat(line.open(waits)).isEmpty();
        assertThat(reassigned().room()).isNotEqualTo(visit.room());
    }

    @Test
    void whatNoVisitCanHaveIsOffered() {
        line.hours(clinic, DayOfWeek.TUESDAY, LocalTime.of(12, 0), LocalTime.of(13, 0));
        close(ALL);

        line.look();

        assertThat(line.open(waits))
                .hasValueSatisfying(offer -> assertThat(offer.time().start()).isEqualTo(TEN.plus(Duration.ofHours(2))));
    }

    @Test
    void onceTheVisitHasItsSpaceAgainNothingIsKeptBack() {
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        var closure = close(ALL);
        closing.open(clinic, closure);
        reassigned();

        line.look();

        assertThat(line.open(waits)).isPresent();
    }

    private ClosedTimeId close(ClosedTime.Affected affected) {
        var closure = closing.close(clinic, affected, TEN, TEN.plus(Duration.ofHours(1)));
        losses.findAll().block();
        return closure;
    }

    private Appointment reassigned() {
        return requireNonNull(reassignments
                .reassign(Scene.DESK, visit.id(), 2, new ReassignmentDesk.Choice(null, null, null))
                .block());
    }
}
