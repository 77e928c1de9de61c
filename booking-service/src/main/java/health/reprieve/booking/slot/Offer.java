package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;

/**
 * A time that can be had now.
 *
 * @param room one that is free then; another may be too
 */
public record Offer(TimeRange time, TherapistId therapist, RoomId room) {}
