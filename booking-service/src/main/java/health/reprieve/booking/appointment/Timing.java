package health.reprieve.booking.appointment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the clock says to a step. Windows are elapsed hours: what comes exactly so long before is in time, whatever the
 * clocks on the wall were changed by meanwhile.
 */
record Timing(Appointment visit, Doer by, Instant now) {

    static Timing of(Appointment visit, Doer by, Instant now) {
        return new Timing(visit, by, now);
    }

    /**
     * Whether the step changes anything.
     *
     * @throws BookingRefused if it comes too early or too late
     */
    boolean permits(Step step) {
        switch (step) {
            case Step.Request request -> {}
            case Step.Book book -> {}
            case Step.Approve approve -> {}
            case Step.Decline decline -> {}
            case Step.CheckIn checkIn -> requireSince(startOfDay());
            case Step.Start start -> requireSince(startOfDay());
            case Step.Complete complete -> requireSince(start());
            case Step.Miss miss -> requireSince(start());
            case Step.Cancel cancel -> requireCancellable(cancel);
            case Step.LoseSpace loss -> {}
            case Step.Reassign reassign -> {}
            case Step.Correct correct -> requireReason(correct.note());
            case Step.Move move -> {
                requireMovable(move);
                return isElsewhere(move);
            }
        }
        return true;
    }

    private boolean isElsewhere(Step.Move move) {
        return !move.to().equals(visit.time())
                || !move.into().id().equals(visit.room().id())
                || (move.by() != null
                        && !move.by().id().equals(visit.therapist().id()));
    }

    /** Only what is sure can be called off too late: a request is no promise, and a lost space the clinic's own matter. */
    boolean isTooLateToCancel() {
        return switch (visit.stage()) {
            case BOOKED, CHECKED_IN -> isWithin(visit.treatment().cancelWindow(), start());
            case FREE, HELD, REQUESTED, IN_PROGRESS, COMPLETED, MISSED, CANCELLED, NEEDS_REASSIGNMENT -> false;
        };
    }

    private void requireCancellable(Step.Cancel cancel) {
        if (by.isHouse()) {
            return;
        }
        if (!by.isPatient()) {
            requireReasonIf(isTooLateToCancel() || hasBegun(), cancel.note());
            return;
        }
        if (hasBegun()) {
            throw new BookingRefused.AlreadyBegun();
        }
        requirePatientsReason(cancel);
    }

    private void requirePatientsReason(Step.Cancel cancel) {
        switch (cancel.reason()) {
            case OTHER_PLANS -> {
                if (isTooLateToCancel()) {
                    throw new BookingRefused.TooLateToCancel(visit.treatment().cancelWindow(), visit.clinic());
                }
            }
            case FLARE -> {
                if (isTooLateToCancel() && cancel.flares().areUsedUp()) {
                    throw new BookingRefused.TooManyFlares(visit.clinic());
                }
            }
            case CLINIC, DECLINED -> throw new BookingRefused.NotPermitted();
        }
    }

    /** A new start in the past is refused by whoever knows which times are offered. */
    private void requireMovable(Step.Move move) {
        if (by.isHouse()) {
            return;
        }
        var window = visit.treatment().moveWindow();
        var late = isWithin(window, start())
                || (isWithin(window, move.to().start()) && !move.to().start().isBefore(now));
        if (!by.isPatient()) {
            requireReasonIf(late || hasBegun(), move.note());
            return;
        }
        if (hasBegun()) {
            throw new BookingRefused.AlreadyBegun();
        }
        if (late) {
            throw new BookingRefused.TooLateToMove(window, visit.clinic());
        }
    }

    private static void requireReasonIf(boolean needed, @Nullable String note) {
        if (needed) {
            requireReason(note);
        }
    }

    private static void requireReason(@Nullable String note) {
        if (note == null || note.isBlank()) {
            throw new BookingRefused.ReasonNeeded();
        }
    }

    private void requireSince(Instant earliest) {
        if (now.isBefore(earliest)) {
            throw new BookingRefused.TooEarly(earliest);
        }
    }

    private boolean isWithin(Duration window, Instant start) {
        return now.isAfter(start.minus(window));
    }

    private boolean hasBegun() {
        return !now.isBefore(start());
    }

    private Instant start() {
        return visit.time().start();
    }

    private Instant startOfDay() {
        var zone = visit.clinic().zone();
        return start().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
