package health.reprieve.booking.appointment;

import static health.reprieve.booking.appointment.SampleVisits.BOOKED_AT;
import static health.reprieve.booking.appointment.SampleVisits.CANCELLED_AT;
import static health.reprieve.booking.appointment.SampleVisits.FIRST_TIME;
import static health.reprieve.booking.appointment.SampleVisits.MOVED_AT;
import static health.reprieve.booking.appointment.SampleVisits.ROOM_2;
import static health.reprieve.booking.appointment.SampleVisits.SECOND_TIME;
import static health.reprieve.booking.appointment.SampleVisits.booked;
import static health.reprieve.booking.appointment.SampleVisits.cancelled;
import static health.reprieve.booking.appointment.SampleVisits.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AppointmentTests {

    private static final Instant THE_START = FIRST_TIME.start();
    private static final Instant JUST_BEFORE = THE_START.minusNanos(1);

    @Test
    void aVisitThatIsBookedIsItsOwnFirstVersionAndNews() {
        var visit = booked().after();

        assertThat(visit.isBooked()).isTrue();
        assertThat(visit.version()).isEqualTo(1);
        assertThat(visit.calendarSequence()).isZero();
        assertThat(visit.bookedAt()).isEqualTo(BOOKED_AT);
        assertThat(booked().event()).hasValue(new AppointmentEvent.Booked(visit, BOOKED_AT));
    }

    @Test
    void cancellingTellsWhoDidItAndWhen() {
        var visit = booked().after();

        var change = visit.cancel(Canceller.CLINIC, CANCELLED_AT);

        assertThat(change.after().status()).isEqualTo(new Appointment.Status.Cancelled(CANCELLED_AT, Canceller.CLINIC));
        assertThat(change.after().isBooked()).isFalse();
        assertThat(change.event()).hasValue(new AppointmentEvent.Cancelled(change.after(), CANCELLED_AT));
    }

    @Test
    void cancellingTwiceChangesNothingTheSecondTime() {
        var cancelled = cancelled().after();

        assertThat(cancelled.cancel(Canceller.CLINIC, CANCELLED_AT.plusSeconds(1)))
                .isEqualTo(Change.none(cancelled));
    }

    @Test
    void cancellingAgainAfterTheTimeHasPassedIsStillNoTrouble() {
        var cancelled = booked().after().cancel(Canceller.PATIENT, CANCELLED_AT).after();

        assertThat(cancelled.cancel(Canceller.PATIENT, THE_START.plusSeconds(60)))
                .isEqualTo(Change.none(cancelled));
    }

    @Test
    void aVisitCanBeCancelledUntilTheMomentItBegins() {
        var visit = booked().after();

        assertThat(visit.cancel(Canceller.PATIENT, JUST_BEFORE).event()).isPresent();
        assertThatExceptionOfType(BookingRefused.AlreadyBegun.class)
                .isThrownBy(() -> visit.cancel(Canceller.PATIENT, THE_START));
        assertThatExceptionOfType(BookingRefused.AlreadyBegun.class)
                .isThrownBy(() -> visit.cancel(Canceller.PATIENT, FIRST_TIME.end()));
    }

    @Test
    void movingGivesTheVisitAnotherTimeAndRoomAndLeavesTheRest() {
        var visit = booked().after();

        var change = visit.move(SECOND_TIME, ROOM_2, MOVED_AT);

        assertThat(change.after())
                .isEqualTo(new Appointment(
                        visit.id(),
                        2,
                        new Appointment.Status.Booked(),
                        SECOND_TIME,
                        visit.patient(),
                        visit.therapist(),
                        visit.clinic(),
                        ROOM_2,
                        visit.condition(),
                        1,
                        BOOKED_AT));
        assertThat(change.event()).hasValue(new AppointmentEvent.Moved(change.after(), MOVED_AT));
    }

    @Test
    void movingToATimeThatOverlapsItsOwnIsAMoveLikeAnyOther() {
        var halfAnHourLater = TimeRange.startingAt(THE_START.plusSeconds(1800), Duration.ofHours(1));

        assertThat(booked().after().move(halfAnHourLater, ROOM_2, MOVED_AT).event())
                .isPresent();
    }

    @Test
    void movingToWhereItIsChangesNothing() {
        var visit = booked().after();

        assertThat(visit.move(FIRST_TIME, visit.room(), MOVED_AT)).isEqualTo(Change.none(visit));
    }

    @Test
    void aCancelledVisitCannotBeMoved() {
        var cancelled = cancelled().after();

        assertThatExceptionOfType(BookingRefused.NoLongerBooked.class)
                .isThrownBy(() -> cancelled.move(FIRST_TIME, ROOM_2, CANCELLED_AT));
        assertThatExceptionOfType(BookingRefused.NoLongerBooked.class)
                .isThrownBy(() -> cancelled.move(cancelled.time(), cancelled.room(), CANCELLED_AT));
    }

    @Test
    void aVisitThatHasBegunCannotBeMoved() {
        var visit = booked().after();

        assertThat(visit.move(SECOND_TIME, ROOM_2, JUST_BEFORE).event()).isPresent();
        assertThatExceptionOfType(BookingRefused.AlreadyBegun.class)
                .isThrownBy(() -> visit.move(SECOND_TIME, ROOM_2, THE_START));
    }

    @Test
    void aVisitThatWasMovedBeginsAtItsNewTime() {
        var visit = moved().after();

        assertThat(visit.cancel(Canceller.PATIENT, THE_START.plusSeconds(1)).event())
                .isPresent();
    }

    @Test
    void eachChangeRaisesTheVersionAndWhatCalendarsOrderBy() {
        var first = booked().after();
        var second = first.move(SECOND_TIME, ROOM_2, MOVED_AT).after();
        var third = second.move(FIRST_TIME, ROOM_2, MOVED_AT).after();
        var fourth = third.cancel(Canceller.PATIENT, CANCELLED_AT).after();

        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(third.version()).isEqualTo(3);
        assertThat(fourth.version()).isEqualTo(4);
        assertThat(new int[] {
                    first.calendarSequence(),
                    second.calendarSequence(),
                    third.calendarSequence(),
                    fourth.calendarSequence()
                })
                .containsExactly(0, 1, 2, 3);
        assertThat(fourth.id()).isEqualTo(first.id());
    }
}
