package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the times that a hold keeps.
 *
 * @param time the treatment, without rest and turnover
 * @param treatment what it is held for
 * @param spacing elapsed time that it keeps from the patient's visits, from start to start; null: any
 */
public record HeldTime(
        ClinicId clinic,
        TherapistId therapist,
        RoomId room,
        TimeRange time,
        TreatmentId treatment,
        @Nullable Duration spacing) {

    static HeldTime of(Space space) {
        var work = space.work();
        return new HeldTime(
                space.clinic(), space.therapist(), space.room(), space.time(), work.treatment(), work.spacing());
    }

    /** What books it, for as long as it is held. */
    Wish wish(Condition condition) {
        return new Wish(clinic, therapist, time.start(), condition, treatment, time.length(), spacing);
    }

    /** Whether the wish, and what it means of what is sold, is for this time. */
    boolean isFor(Wish wish, Menu.Choice choice) {
        return clinic.equals(wish.clinic())
                && wish.whom().mayBe(therapist)
                && time.equals(choice.time())
                && treatment.equals(choice.treatment().id())
                && Objects.equals(spacing, wish.spacing());
    }
}
