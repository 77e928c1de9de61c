package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.time.Instant;

/**
 * A time kept for one browser until it expires or becomes a visit.
 *
 * @param expiresAt from this instant on anybody may have the time
 */
public record Hold(HoldId id, ClinicId clinic, TherapistId therapist, RoomId room, TimeRange time, Instant expiresAt) {

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
