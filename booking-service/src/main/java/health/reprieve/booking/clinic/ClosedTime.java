package health.reprieve.booking.clinic;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;

/** A while in which a clinic, one therapist there or one of its rooms cannot be had. */
public record ClosedTime(ClosedTimeId id, ClinicId clinic, Affected affected, TimeRange time, Reason reason) {

    /** What cannot be had. */
    public sealed interface Affected {

        record WholeClinic() implements Affected {}

        /** Only at the clinic; elsewhere they may work. */
        record OneTherapist(TherapistId therapist) implements Affected {}

        record OneRoom(RoomId room) implements Affected {}
    }

    /** Why; a code and no words, since words about a person's absence would tell of their health. */
    public enum Reason {
        HOLIDAY,
        WEATHER,
        REPAIR,
        CLEANING,
        TRAINING,
        MEETING,
        STAFFING,
        OTHER
    }
}
