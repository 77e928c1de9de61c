package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;

/**
 * One of the times that a hold keeps.
 *
 * @param time the treatment, without rest and turnover
 */
public record HeldTime(ClinicId clinic, TherapistId therapist, RoomId room, TimeRange time) {

    static HeldTime of(Space space) {
        return new HeldTime(space.clinic(), space.therapist(), space.room(), space.time());
    }

    /** What books it, for as long as it is held. */
    Wish wish(Condition condition) {
        return new Wish(clinic, therapist, time.start(), condition, null, time.length());
    }

    boolean isFor(Wish wish) {
        return clinic.equals(wish.clinic())
                && therapist.equals(wish.therapist())
                && time.equals(TimeRange.startingAt(wish.start(), Menu.lengthOf(wish)));
    }
}
