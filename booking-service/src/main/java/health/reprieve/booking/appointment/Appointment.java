package health.reprieve.booking.appointment;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One visit. Methods decide; they never read a clock or touch a database.
 *
 * @param version rises with every change
 * @param time its length is its own, whatever becomes of the treatment's
 * @param treatment as it is sold now
 * @param calendarSequence what calendars order by: rises when time, place or status changes as a calendar sees it
 * @param bookedAt when it was booked or requested
 * @param spacing elapsed time that it keeps from the patient's other visits, from start to start; null: any
 */
public record Appointment(
        AppointmentId id,
        long version,
        Status status,
        TimeRange time,
        Treated patient,
        Treating therapist,
        Clinic clinic,
        Room room,
        Treatment treatment,
        Condition condition,
        int calendarSequence,
        Instant bookedAt,
        @Nullable Duration spacing) {

    /** Who is treated, by the name they gave. */
    public record Treated(PatientId id, String name) {}

    /** Who treats. */
    public record Treating(TherapistId id, String name) {}

    /**
     * What is to become a visit.
     *
     * @param spacing null: any
     */
    public record Draft(
            TimeRange time,
            Treated patient,
            Treating therapist,
            Clinic clinic,
            Room room,
            Treatment treatment,
            Condition condition,
            @Nullable Duration spacing) {

        /** @param note why staff book it where a rule of the clinic says no; null: no rule does */
        Step step(@Nullable String note) {
            return treatment.needsApproval() ? new Step.Request(note) : new Step.Book(note);
        }
    }

    /** A visit that has just been booked or, where its treatment needs approval, requested. */
    public static Change book(AppointmentId id, Draft draft, Step step, Doer by, Instant now) {
        step.rule().require(by);
        step.rule().require(Stage.FREE, by);
        var status = draft.treatment().needsApproval() ? new Status.Requested() : new Status.Booked();
        var booked = new Appointment(
                id,
                1,
                status,
                draft.time(),
                draft.patient(),
                draft.therapist(),
                draft.clinic(),
                draft.room(),
                draft.treatment(),
                draft.condition(),
                0,
                now,
                draft.spacing());
        return Change.of(new Deed(step, booked, by, now));
    }

    /**
     * Takes a step. What is done already, and may be repeated, changes nothing.
     *
     * @throws BookingRefused if it is not theirs to take, does not lead away from where the visit stands, or comes at the
     *     wrong time
     */
    public Change take(Step step, Doer by, Instant now) {
        step.rule().require(by);
        if (step.rule().isDone(stage())) {
            return Change.none(this);
        }
        step.rule().require(stage(), by);
        return Timing.of(this, by, now).permits(step)
                ? Change.of(new Deed(step, after(step, by, now), by, now))
                : Change.none(this);
    }

    private Appointment after(Step step, Doer by, Instant now) {
        return switch (step) {
            case Step.Request request -> throw new IllegalStateException("it is a visit already");
            case Step.Book book -> throw new IllegalStateException("it is a visit already");
            case Step.Approve approve -> standing(new Status.Booked());
            case Step.Decline decline ->
                standing(new Status.Cancelled(now, Canceller.CLINIC, CancelReason.DECLINED, false));
            case Step.CheckIn checkIn -> standing(new Status.CheckedIn());
            case Step.Start start -> standing(new Status.InProgress());
            case Step.Complete complete -> standing(new Status.Completed());
            case Step.Miss miss -> standing(new Status.Missed());
            case Step.Cancel cancel -> standing(cancelled(cancel, by, now));
            case Step.Move move -> with(status, move.to(), move.by() == null ? therapist : move.by(), move.into());
            case Step.LoseSpace loss -> standing(new Status.NeedsReassignment(now, loss.cause()));
            case Step.Reassign reassign ->
                with(new Status.Booked(), reassign.to(), reassign.therapist(), reassign.into());
            case Step.Correct correct -> standing(new Status.Booked());
        };
    }

    private Status cancelled(Step.Cancel cancel, Doer by, Instant now) {
        var late = cancel.reason() == CancelReason.OTHER_PLANS && isTooLateToCancel(now);
        return new Status.Cancelled(now, by.isPatient() ? Canceller.PATIENT : Canceller.CLINIC, cancel.reason(), late);
    }

    public Stage stage() {
        return status.stage();
    }

    public boolean isBooked() {
        return stage() == Stage.BOOKED;
    }

    /** Whether it may still come to pass, as far as is known. */
    public boolean isExpected() {
        return switch (stage()) {
            case REQUESTED, BOOKED, CHECKED_IN, IN_PROGRESS, NEEDS_REASSIGNMENT -> true;
            case FREE, HELD, COMPLETED, MISSED, CANCELLED -> false;
        };
    }

    /** Whether its patient may call it off while it has not begun. */
    public boolean canBeCancelledByPatient() {
        return Step.Cancel.FROM.contains(stage());
    }

    /** Whether a patient who calls off now does so late, a flare of pain aside. */
    public boolean isTooLateToCancel(Instant now) {
        return Timing.of(this, Doer.HOUSE, now).isTooLateToCancel();
    }

    private Appointment standing(Status next) {
        return with(next, time, therapist, room);
    }

    private Appointment with(Status next, TimeRange at, Treating by, Room in) {
        var sameInCalendars = InCalendar.of(next.stage()) == InCalendar.of(stage())
                && at.equals(time)
                && by.id().equals(therapist.id())
                && in.id().equals(room.id());
        return new Appointment(
                id,
                version + 1,
                next,
                at,
                patient,
                by,
                clinic,
                in,
                treatment,
                condition,
                sameInCalendars ? calendarSequence : calendarSequence + 1,
                bookedAt,
                spacing);
    }

    /** What a calendar knows of where a visit stands. */
    private enum InCalendar {
        TENTATIVE,
        CONFIRMED,
        CANCELLED;

        static InCalendar of(Stage stage) {
            return switch (stage) {
                case FREE, HELD, REQUESTED -> TENTATIVE;
                case CANCELLED -> CANCELLED;
                case BOOKED, CHECKED_IN, IN_PROGRESS, COMPLETED, MISSED, NEEDS_REASSIGNMENT -> CONFIRMED;
            };
        }
    }
}
