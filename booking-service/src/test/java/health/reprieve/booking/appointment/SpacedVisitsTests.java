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
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A visit that keeps a distance keeps it from every other visit of its patient, in elapsed time from start to start. */
@BookingTest
class SpacedVisitsTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration A_GRID_STEP = Duration.ofMinutes(15);

    @Autowired
    Scene scene;

    @Autowired
    BookingDesk desk;

    @Autowired
    GroupBooking groups;

    @Autowired
    HoldDesk holds;

    @Autowired
    VisitDesk visits;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist dana;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        dana = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void aVisitWithoutADistanceKeepsThatOfTheOther() {
        book(TEN, TWO_DAYS);

        refuses(() -> book(TEN.plus(TWO_DAYS).minus(A_GRID_STEP), null), TEN);
        book(TEN.plus(TWO_DAYS), null);
    }

    @Test
    void aVisitKeepsItsDistanceFromOneThatHasNone() {
        book(TEN.plus(TWO_DAYS), null);

        refuses(() -> book(TEN.plus(A_GRID_STEP), TWO_DAYS), TEN.plus(TWO_DAYS));
        book(TEN, TWO_DAYS);
    }

    @Test
    void theLargerOfTwoDistancesCounts() {
        book(TEN, Duration.ofDays(1));

        refuses(() -> book(TEN.plus(TWO_DAYS).minus(A_GRID_STEP), TWO_DAYS), TEN);
        book(TEN.plus(TWO_DAYS), TWO_DAYS);
    }

    @Test
    void fortySevenHoursAcrossAChangeDayAreNotTwoDays() {
        // the clock is put forward on Sunday
        var saturday = ZonedDateTime.of(2027, 3, 13, 17, 30, 0, 0, Scene.NEW_YORK);
        book(saturday.toInstant(), TWO_DAYS);

        refuses(() -> book(saturday.plusDays(2).toInstant(), null), saturday.toInstant());
        book(saturday.plusDays(2).plusHours(1).toInstant(), null);
    }

    @Test
    void aVisitThatIsMovedKeepsItsDistance() {
        var first = book(TEN, TWO_DAYS);
        var second = book(TEN.plus(TWO_DAYS), TWO_DAYS);

        refuses(
                () -> visits.move(
                                rosa,
                                second.id(),
                                second.version(),
                                TEN.plus(TWO_DAYS).minus(A_GRID_STEP))
                        .block(),
                TEN);
        var moved = requireNonNull(visits.move(rosa, first.id(), first.version(), TEN.plus(TWO_DAYS.multipliedBy(2)))
                .block());
        assertThat(moved.spacing()).isEqualTo(TWO_DAYS);
        refuses(
                () -> book(TEN.plus(TWO_DAYS.multipliedBy(2)).plus(Duration.ofHours(2)), null),
                moved.time().start());
    }

    @Test
    void aVisitThatWasCalledOffKeepsNobodyAway() {
        var visit = book(TEN, TWO_DAYS);
        visits.cancel(Scene.DESK, visit.id(), visit.version(), new VisitDesk.Cancellation(null, "she is ill"))
                .block();

        book(TEN.plus(Duration.ofHours(3)), null);
    }

    @Test
    void anotherPatientIsNotKeptAway() {
        book(TEN, TWO_DAYS);

        scene.booked(Scene.patient(), clinic, dana, TEN.plus(Duration.ofHours(2)));
    }

    @Test
    void timesThatAreHeldTogetherKeepTheirDistancesFromEachOther() {
        var day = Duration.ofDays(1);

        refuses(() -> together(wish(TEN, null), wish(TEN.plus(day), TWO_DAYS)), TEN);
        refuses(() -> together(wish(TEN, TWO_DAYS), wish(TEN.plus(TWO_DAYS), null), wish(TEN.plus(day), null)), TEN);
        assertThat(holds.current(rosa.browser()).block()).isNull();
    }

    @Test
    void whatIsBookedOfAHoldKeepsTheDistanceItWasHeldWith() {
        var hold = together(wish(TEN, TWO_DAYS), wish(TEN.plus(TWO_DAYS), TWO_DAYS));

        var booked = requireNonNull(groups.book(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN)
                .block());

        assertThat(booked).extracting(Appointment::spacing).containsExactly(TWO_DAYS, TWO_DAYS);
        refuses(() -> book(TEN.plus(Duration.ofDays(1)), null), TEN);
    }

    @Test
    void aTimeThatIsHeldWithADistanceIsNotBookedWithoutIt() {
        var hold = together(wish(TEN, TWO_DAYS));

        assertThatThrownBy(() -> book(wish(TEN, null), hold.id())).isInstanceOf(BookingRefused.HoldDiffers.class);
    }

    private Wish wish(Instant start, @Nullable Duration spacing) {
        return new Wish(clinic.id(), dana.id(), start, Condition.NECK_PAIN, null, null, spacing);
    }

    private Hold together(Wish... wishes) {
        return requireNonNull(holds.holdTogether(rosa.browser(), Asker.of(rosa), List.of(wishes))
                .block());
    }

    private Appointment book(Instant start, @Nullable Duration spacing) {
        return book(wish(start, spacing), null);
    }

    private Appointment book(Wish wish, @Nullable HoldId hold) {
        var request = new BookingDesk.Request(Scene.details(rosa), wish, hold);
        return requireNonNull(
                desk.book(rosa, request, UUID.randomUUID().toString()).block());
    }

    private static void refuses(Runnable attempt, Instant tooCloseTo) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOfSatisfying(
                                        Refusal.TooCloseTogether.class,
                                        close -> assertThat(close.other().start())
                                                .isEqualTo(tooCloseTo)));
    }
}
