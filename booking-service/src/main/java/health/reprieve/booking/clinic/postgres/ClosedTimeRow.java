package health.reprieve.booking.clinic.postgres;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the columns of a closed time mean together. */
final class ClosedTimeRow {

    private ClosedTimeRow() {}

    static ClosedTime closedTime(
            UUID id, ClinicId clinic, @Nullable UUID therapist, @Nullable UUID room, TimeRange time, String reason) {
        return new ClosedTime(
                new ClosedTimeId(id), clinic, affected(therapist, room), time, ClosedTime.Reason.valueOf(reason));
    }

    private static ClosedTime.Affected affected(@Nullable UUID therapist, @Nullable UUID room) {
        if (therapist != null) {
            return new ClosedTime.Affected.OneTherapist(new TherapistId(therapist));
        }
        return room == null ? new ClosedTime.Affected.WholeClinic() : new ClosedTime.Affected.OneRoom(new RoomId(room));
    }
}
