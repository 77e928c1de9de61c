package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Occupancy;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** When one therapist, room or patient is taken. */
record OccupancyRow(String kind, UUID owner, List<TimeRange> spans) {

    static OccupancyRow of(Readable row) {
        var starts = requireNonNull(row.get("starts", Long[].class));
        var ends = requireNonNull(row.get("ends", Long[].class));
        var spans = IntStream.range(0, starts.length)
                .mapToObj(i -> new TimeRange(Instant.ofEpochSecond(starts[i]), Instant.ofEpochSecond(ends[i])))
                .toList();
        return new OccupancyRow(
                requireNonNull(row.get("kind", String.class)), requireNonNull(row.get("owner", UUID.class)), spans);
    }

    static Occupancy occupancy(List<OccupancyRow> rows) {
        var therapists = new HashMap<TherapistId, List<TimeRange>>();
        var rooms = new HashMap<RoomId, List<TimeRange>>();
        List<TimeRange> patient = List.of();
        for (var row : rows) {
            switch (row.kind) {
                case "therapist" -> therapists.put(new TherapistId(row.owner), row.spans);
                case "room" -> rooms.put(new RoomId(row.owner), row.spans);
                case "patient" -> patient = row.spans;
                default -> throw new IllegalStateException(row.kind);
            }
        }
        return new Occupancy(therapists, rooms, patient);
    }
}
