package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.util.Optional;
import java.util.UUID;

/**
 * A time that can be had now.
 *
 * @param room one that is free then; another may be too
 * @param swap what has to change rooms first
 */
public record Offer(TimeRange time, TherapistId therapist, RoomId room, Optional<Swap> swap) {

    /**
     * A visit that gives its room up for another one, which suits it as well.
     *
     * @param use id of the {@link TreatmentRoom.Use}
     */
    public record Swap(UUID use, RoomId from, RoomId to) {}
}
