package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Offer;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.util.Optional;

/**
 * What a visit occupies.
 *
 * @param time the treatment itself; all that patient and calendars see
 * @param rest what the therapist needs free afterwards
 * @param turnover what the room needs free afterwards
 * @param work what is done then
 * @param limits that the therapist stays within with it
 * @param swap what has to change rooms first; empty: the room is free
 */
public record Space(
        ClinicId clinic,
        TherapistId therapist,
        RoomId room,
        TimeRange time,
        Duration rest,
        Duration turnover,
        Work work,
        LoadLimits limits,
        Optional<Offer.Swap> swap) {

    /** Whether nothing must be asked or changed elsewhere before it can be taken. */
    boolean standsAlone() {
        return limits.isNone() && swap.isEmpty();
    }

    public TimeRange therapistSpan() {
        return new TimeRange(time.start(), time.end().plus(rest));
    }

    public TimeRange roomSpan() {
        return new TimeRange(time.start(), time.end().plus(turnover));
    }
}
