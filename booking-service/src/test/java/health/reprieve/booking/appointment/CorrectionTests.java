package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.slot.Rule;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A visit that was called off by mistake comes back to its very space, unless that cannot be had any more. */
@BookingTest
class CorrectionTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @Autowired
    VisitDesk visits;

    @Autowired
    BookingDesk desk;

    @Autowired
    RoomDesk rooms;

    @Autowired
    ClinicDesk closings;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist dana;
    private Appointment cancelled;

    @BeforeEach
    void aVisitThatWasCalledOff() {
        clinic = scene.clinic(1);
        dana = scene.therapist(clinic);
        cancelled = calledOff(booked(TEN, null));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void itDoesNotComeBackToAClosedClinic() {
        close(new ClosedTime.Affected.WholeClinic());
        assertRefused(Rule.CLOSURE);
    }

    @Test
    void itDoesNotComeBackToABlockedTherapist() {
        close(new ClosedTime.Affected.OneTherapist(dana.id()));
        assertRefused(Rule.TIME_OFF);
    }

    @Test
    void itDoesNotComeBackToARoomThatIsClosedOrOutOfUse() {
        var closure = close(new ClosedTime.Affected.OneRoom(cancelled.room().id()));
        assertRefused(Rule.ROOM);
        closings.open(Scene.DESK, clinic.id(), closure).block();

        rooms.use(Scene.DESK, clinic.id(), cancelled.room().id(), false).block();
        assertRefused(Rule.ROOM);
        rooms.use(Scene.DESK, clinic.id(), cancelled.room().id(), true).block();

        assertThat(correct().isBooked()).isTrue();
    }

    @Test
    void itDoesNotComeBackTooCloseToAnotherVisit() {
        booked(TEN.plus(Duration.ofDays(1)), TWO_DAYS);
        assertRefused(Rule.SPACING);
    }

    @Test
    void itComesBackToATimeThatIsNotOfferedAnyMoreForNewVisits() {
        clock.set(TEN.minus(Duration.ofMinutes(5)));
        assertThat(correct().isBooked()).isTrue();
    }

    @Test
    void whatHasBegunComesBackThoughTheClinicWasClosedMeanwhile() {
        close(new ClosedTime.Affected.WholeClinic());
        clock.set(TEN.plus(Duration.ofMinutes(5)));
        assertThat(correct().isBooked()).isTrue();
    }

    @Test
    void whatHasBegunDoesNotComeBackTooCloseToAnotherVisitEither() {
        booked(TEN.plus(Duration.ofDays(1)), TWO_DAYS);
        clock.set(TEN.plus(Duration.ofMinutes(5)));
        assertRefused(Rule.SPACING);
    }

    private void assertRefused(Rule rule) {
        var before = scene.everything();
        assertThatThrownBy(this::correct)
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason().rule()).isEqualTo(rule));
        assertThat(scene.everything()).isEqualTo(before);
    }

    private Appointment correct() {
        return requireNonNull(
                visits.correct(Scene.DESK, cancelled.id(), cancelled.version(), new Step.Correct("she comes after all"))
                        .block());
    }

    private Appointment calledOff(Appointment visit) {
        return requireNonNull(
                visits.cancel(Scene.DESK, visit.id(), visit.version()).block());
    }

    private ClosedTimeId close(ClosedTime.Affected affected) {
        return new Closing(closings)
                .close(clinic, affected, TEN.minus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(2)));
    }

    private Appointment booked(Instant start, @Nullable Duration spacing) {
        var wish = new Wish(clinic.id(), dana.id(), start, Condition.NECK_PAIN, null, null, spacing);
        return requireNonNull(desk.book(
                        rosa,
                        new BookingDesk.Request(Scene.details(rosa), wish, null),
                        UUID.randomUUID().toString())
                .block());
    }
}
