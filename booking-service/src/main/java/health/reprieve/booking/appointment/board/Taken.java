package health.reprieve.booking.appointment.board;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Equipment;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live reservation: a visit, a request or a hold.
 *
 * @param therapist null: the visit has lost theirs
 * @param room null: the visit has lost its own
 * @param time of the treatment
 * @param rest that the therapist needs free after it
 * @param turnover that the room needs free after it
 * @param effort hands-on time that it counts for
 * @param needs what its room must have
 * @param spacing elapsed time that it keeps from the patient's other visits, from start to start; null: any
 * @param patient whose visit it is; null: it is a hold
 * @param visit the appointment that has it; null: it is a hold, or about to be a visit's
 * @param browser whose hold it is; null: it is a visit
 * @param holder the patient whose hold it is; null: a visit, or we do not know
 * @param expiresAt from then on it is in nobody's way; null: it stays
 */
public record Taken(
        UUID id,
        @Nullable TherapistId therapist,
        @Nullable RoomId room,
        TimeRange time,
        Duration rest,
        Duration turnover,
        Duration effort,
        Set<Equipment> needs,
        @Nullable Duration spacing,
        @Nullable PatientId patient,
        @Nullable UUID visit,
        @Nullable BrowserId browser,
        @Nullable PatientId holder,
        @Nullable Instant expiresAt) {

    /** Whether it is a visit or a request that has its therapist. */
    boolean isVisit() {
        return visit != null && therapist != null;
    }

    /** The same in another room. */
    Taken in(RoomId other) {
        return new Taken(
                id, therapist, other, time, rest, turnover, effort, needs, spacing, patient, visit, browser, holder,
                expiresAt);
    }

    /** A time that is about to be a visit's, and stays where it is until then. */
    public static Taken soon(
            UUID id,
            TherapistId therapist,
            RoomId room,
            TimeRange time,
            Duration rest,
            Duration turnover,
            Duration effort,
            Set<Equipment> needs,
            @Nullable Duration spacing,
            PatientId patient) {
        return new Taken(
                id, therapist, room, time, rest, turnover, effort, needs, spacing, patient, null, null, null, null);
    }

    boolean isLive(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
