package health.reprieve.booking.appointment;

import static health.reprieve.booking.appointment.SampleVisits.BOOKED_AT;
import static health.reprieve.booking.appointment.SampleVisits.CANCELLED_AT;
import static health.reprieve.booking.appointment.SampleVisits.DESK;
import static health.reprieve.booking.appointment.SampleVisits.FIRST_TIME;
import static health.reprieve.booking.appointment.SampleVisits.HUDSON;
import static health.reprieve.booking.appointment.SampleVisits.MOVED_AT;
import static health.reprieve.booking.appointment.SampleVisits.PATIENT;
import static health.reprieve.booking.appointment.SampleVisits.ROOM_1;
import static health.reprieve.booking.appointment.SampleVisits.ROOM_2;
import static health.reprieve.booking.appointment.SampleVisits.SECOND_TIME;
import static health.reprieve.booking.appointment.SampleVisits.book;
import static health.reprieve.booking.appointment.SampleVisits.booked;
import static health.reprieve.booking.appointment.SampleVisits.cancel;
import static health.reprieve.booking.appointment.SampleVisits.cancelled;
import static health.reprieve.booking.appointment.SampleVisits.massage;
import static health.reprieve.booking.appointment.SampleVisits.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentTests {

    private static final Instant THE_START = FIRST_TIME.start();
    private static final Instant A_DAY_BEFORE = THE_START.minus(Duration.ofHours(24));
    private static final Instant JUST_BEFORE = THE_START.minusNanos(1);

    @Test
    void aVisitThatIsBookedIsItsOwnFirstVersionAndNews() {
        var visit = booked().after();

        assertThat(visit.isBooked()).isTrue();
        assertThat(visit.version()).isEqualTo(1);
        assertThat(visit.calendarSequence()).isZero();
        assertThat(visit.bookedAt()).isEqualTo(BOOKED_AT);
        assertThat(booked().deed()).hasValue(new Deed(new Step.Book(null), visit, PATIENT, BOOKED_AT));
    }

    @Test
    void aTreatmentThatNeedsApprovalIsRequested() {
        assertThat(requested().after().stage()).isEqualTo(Stage.REQUESTED);
    }

    @Test
    void cancellingTellsWhoDidItAndWhen() {
        var visit = booked().after();

        var change = visit.take(cancel(), DESK, CANCELLED_AT);

        assertThat(change.after().status())
                .isEqualTo(new Status.Cancelled(CANCELLED_AT, Canceller.CLINIC, CancelReason.OTHER_PLANS, false));
        assertThat(change.deed()).hasValue(new Deed(cancel(), change.after(), DESK, CANCELLED_AT));
    }

    @Test
    void cancellingTwiceChangesNothingTheSecondTimeHoweverLate() {
        var cancelled = cancelled().after();

        assertThat(cancelled.take(cancel(), DESK, CANCELLED_AT.plusSeconds(1))).isEqualTo(Change.none(cancelled));
        assertThat(cancelled.take(cancel(), PATIENT, THE_START.plusSeconds(60))).isEqualTo(Change.none(cancelled));
    }

    @Test
    void exactlyADayBeforeIsInTimeAndASecondLaterIsLate() {
        var visit = booked().after();

        assertThat(visit.take(cancel(), PATIENT, A_DAY_BEFORE).deed()).isPresent();
        assertThatExceptionOfType(BookingRefused.TooLateToCancel.class)
                .isThrownBy(() -> visit.take(cancel(), PATIENT, A_DAY_BEFORE.plusSeconds(1)))
                .satisfies(late ->
                        assertThat(late.phone()).isEqualTo(visit.clinic().phone()));
    }

    @Test
    void aWindowCountsElapsedHoursAcrossAChangeDay() {
        // New York's clocks go forward on 14 March 2027: ten in the morning there is 14:00 UTC that day, 15:00 the day
        // before
        var sunday = TimeRange.startingAt(Instant.parse("2027-03-14T14:00:00Z"), Duration.ofHours(1));
        var visit = booked().after()
                .take(new Step.Move(sunday, ROOM_1, null), PATIENT, MOVED_AT)
                .after();

        assertThat(visit.take(cancel(), PATIENT, Instant.parse("2027-03-13T14:00:00Z"))
                        .deed())
                .isPresent();
        assertThatExceptionOfType(BookingRefused.TooLateToCancel.class)
                .isThrownBy(() -> visit.take(cancel(), PATIENT, Instant.parse("2027-03-13T14:00:01Z")));
    }

    @Test
    void aFlareIsNeverLateAndPossibleUntilTheVisitBegins() {
        var visit = booked().after();

        var cancelled = visit.take(flare(1), PATIENT, JUST_BEFORE).after();

        assertThat(cancelled.status())
                .isEqualTo(new Status.Cancelled(JUST_BEFORE, Canceller.PATIENT, CancelReason.FLARE, false));
        assertThatExceptionOfType(BookingRefused.AlreadyBegun.class)
                .isThrownBy(() -> visit.take(flare(0), PATIENT, THE_START));
    }

    @Test
    void aThirdFlareIsToBeToldByPhoneUnlessItIsInTimeAnyway() {
        var visit = booked().after();

        assertThatExceptionOfType(BookingRefused.TooManyFlares.class)
                .isThrownBy(() -> visit.take(flare(2), PATIENT, JUST_BEFORE));
        assertThat(visit.take(flare(2), PATIENT, A_DAY_BEFORE).deed()).isPresent();
    }

    @Test
    void staffOverrideTheWindowOnlyWithAReasonAndItIsLateIfForThePatientsOtherPlans() {
        var visit = booked().after();
        var forThePatient = new Step.Cancel(CancelReason.OTHER_PLANS, "called this morning", new Flares(0, 2));
        var forTheClinic = new Step.Cancel(CancelReason.CLINIC, "no heating", new Flares(0, 2));

        assertThatExceptionOfType(BookingRefused.ReasonNeeded.class)
                .isThrownBy(() -> visit.take(cancel(), DESK, JUST_BEFORE));
        assertThat(isLate(visit.take(forThePatient, DESK, JUST_BEFORE))).isTrue();
        assertThat(isLate(visit.take(forTheClinic, DESK, JUST_BEFORE))).isFalse();
        assertThat(isLate(visit.take(forTheClinic, DESK, FIRST_TIME.end()))).isFalse();
    }

    @Test
    void aPatientCannotSpeakForTheClinic() {
        var inItsName = new Step.Cancel(CancelReason.CLINIC, null, new Flares(0, 2));

        assertThatExceptionOfType(BookingRefused.NotPermitted.class)
                .isThrownBy(() -> booked().after().take(inItsName, PATIENT, CANCELLED_AT));
    }

    @Test
    void aRequestAndALostSpaceAreCancelledFreely() {
        var lost = booked().after()
                .take(new Step.LoseSpace(Loss.THERAPIST), Doer.HOUSE, MOVED_AT)
                .after();

        assertThat(isLate(requested().after().take(cancel(), PATIENT, JUST_BEFORE)))
                .isFalse();
        assertThat(isLate(lost.take(cancel(), PATIENT, JUST_BEFORE))).isFalse();
    }

    @Test
    void movingGivesTheVisitAnotherTimeAndRoomAndLeavesTheRest() {
        var visit = booked().after();

        var change = visit.take(new Step.Move(SECOND_TIME, ROOM_2, null), PATIENT, MOVED_AT);

        assertThat(change.after())
                .isEqualTo(new Appointment(
                        visit.id(),
                        2,
                        new Status.Booked(),
                        SECOND_TIME,
                        visit.patient(),
                        visit.therapist(),
                        visit.clinic(),
                        ROOM_2,
                        visit.treatment(),
                        visit.condition(),
                        1,
                        BOOKED_AT,
                        null));
        assertThat(change.deed()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"24, 26, false", "26, 24, false", "24, 24, false", "25, 26, true", "26, 25, true"})
    void theWindowForMovesCountsFromTheOldStartAndTheNew(int from, int to, boolean allowed) {
        var now = Instant.parse("2027-02-25T12:00:00Z");
        var visit = book(HUDSON, massage(Duration.ofHours(25), false))
                .after()
                .take(new Step.Move(hourIn(now, from), ROOM_1, null), PATIENT, BOOKED_AT)
                .after();
        var move = new Step.Move(hourIn(now, to), ROOM_1, null);

        if (allowed) {
            assertThat(visit.take(move, PATIENT, now).deed()).isPresent();
        } else {
            assertThatExceptionOfType(BookingRefused.TooLateToMove.class)
                    .isThrownBy(() -> visit.take(move, PATIENT, now));
            assertThat(visit.take(new Step.Move(hourIn(now, 30), ROOM_1, "the therapist asked"), DESK, now)
                            .deed())
                    .isPresent();
        }
    }

    @Test
    void movingToWhereItIsChangesNothing() {
        var visit = booked().after();

        assertThat(visit.take(new Step.Move(FIRST_TIME, visit.room(), null), PATIENT, MOVED_AT))
                .isEqualTo(Change.none(visit));
    }

    @Test
    void aPastVisitIsMovedByStaffWithAReasonOnly() {
        var visit = booked().after();
        var move = new Step.Move(SECOND_TIME, ROOM_2, null);

        assertThatExceptionOfType(BookingRefused.AlreadyBegun.class)
                .isThrownBy(() -> visit.take(move, PATIENT, FIRST_TIME.end()));
        assertThatExceptionOfType(BookingRefused.ReasonNeeded.class)
                .isThrownBy(() -> visit.take(move, DESK, FIRST_TIME.end()));
        assertThat(visit.take(new Step.Move(SECOND_TIME, ROOM_2, "was ill"), DESK, FIRST_TIME.end())
                        .deed())
                .isPresent();
    }

    @Test
    void nobodyIsCheckedInBeforeTheClinicsDayNorMissedBeforeTheStart() {
        var visit = booked().after();
        var midnight = Instant.parse("2027-03-01T05:00:00Z");

        assertThatExceptionOfType(BookingRefused.TooEarly.class)
                .isThrownBy(() -> visit.take(new Step.CheckIn(), DESK, midnight.minusSeconds(1)));
        assertThat(visit.take(new Step.CheckIn(), DESK, midnight).deed()).isPresent();
        for (var step : List.of(new Step.Complete(), new Step.Miss())) {
            assertThatExceptionOfType(BookingRefused.TooEarly.class)
                    .isThrownBy(() -> visit.take(step, DESK, JUST_BEFORE));
            assertThat(visit.take(step, DESK, THE_START).deed()).isPresent();
        }
    }

    @Test
    void aCorrectionSaysWhy() {
        assertThatExceptionOfType(BookingRefused.ReasonNeeded.class)
                .isThrownBy(() -> cancelled().after().take(new Step.Correct(" "), DESK, CANCELLED_AT));
    }

    @Test
    void eachChangeRaisesTheVersionAndWhatCalendarsOrderByOnlyIfTheyShowIt() {
        var first = booked().after();
        var second = first.take(new Step.Move(SECOND_TIME, ROOM_2, null), PATIENT, MOVED_AT)
                .after();
        var third = second.take(new Step.CheckIn(), DESK, SECOND_TIME.start()).after();
        var fourth = third.take(new Step.Complete(), DESK, SECOND_TIME.end()).after();
        var cancelled = second.take(cancel(), PATIENT, CANCELLED_AT).after();

        assertThat(Stream.of(first, second, third, fourth).map(Appointment::version))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(Stream.of(first, second, third, fourth, cancelled).map(Appointment::calendarSequence))
                .containsExactly(0, 1, 1, 1, 2);
        assertThat(fourth.id()).isEqualTo(first.id());
    }

    private static Step.Cancel flare(int taken) {
        return new Step.Cancel(CancelReason.FLARE, null, new Flares(taken, 2));
    }

    private static boolean isLate(Change change) {
        return ((Status.Cancelled) change.after().status()).late();
    }

    private static TimeRange hourIn(Instant now, int hours) {
        return TimeRange.startingAt(now.plus(Duration.ofHours(hours)), Duration.ofHours(1));
    }
}
