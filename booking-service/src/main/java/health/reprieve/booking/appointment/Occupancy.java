package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.util.List;
import java.util.Map;

/**
 * Who and what is taken when, with the rest and turnover that follow; no word of by whom.
 *
 * @param patient when the asking patient is taken, wherever
 */
public record Occupancy(
        Map<TherapistId, List<TimeRange>> therapists, Map<RoomId, List<TimeRange>> rooms, List<TimeRange> patient) {

    List<TimeRange> of(TherapistId therapist) {
        return therapists.getOrDefault(therapist, List.of());
    }

    List<TimeRange> of(RoomId room) {
        return rooms.getOrDefault(room, List.of());
    }

    /** Of whom one wants to know, beside the asker. */
    public record Question(List<TherapistId> therapists, List<RoomId> rooms) {}
}
