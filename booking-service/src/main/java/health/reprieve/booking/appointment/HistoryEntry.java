package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done with a visit, and how the visit stood afterwards.
 *
 * @param version the visit's, which the step made
 * @param step by the name it has in its {@link StepRule}
 * @param code why, as one of a few words; null where the step says it all
 * @param note why, in the words of staff, and for them
 */
public record HistoryEntry(
        long version,
        Instant at,
        Doer by,
        String step,
        @Nullable String code,
        @Nullable String note,
        Stage stage,
        TimeRange time,
        TherapistId therapist,
        RoomId room) {}
