package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Occupancy;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When all of one kind are taken: therapists, rooms or the patient.
 *
 * @param spans of each owner; an owner without any is left out
 */
record OccupancyRow(String kind, Map<UUID, List<TimeRange>> spans) {

    static OccupancyRow of(Readable row) {
        // no span at all is a null array
        var owners = requireNonNullElse(row.get("owners", UUID[].class), new UUID[0]);
        var starts = requireNonNullElse(row.get("starts", Long[].class), new Long[0]);
        var ends = requireNonNullElse(row.get("ends", Long[].class), new Long[0]);
        var spans = new HashMap<UUID, List<TimeRange>>();
        for (int i = 0; i < owners.length; i++) {
            spans.computeIfAbsent(owners[i], owner -> new ArrayList<>())
                    .add(new TimeRange(Instant.ofEpochSecond(starts[i]), Instant.ofEpochSecond(ends[i])));
        }
        return new OccupancyRow(requireNonNull(row.get("kind", String.class)), spans);
    }

    static Occupancy occupancy(List<OccupancyRow> rows) {
        var spans = rows.stream().collect(Collectors.toMap(OccupancyRow::kind, OccupancyRow::spans));
        return new Occupancy(
                byId(spans, "therapist", TherapistId::new),
                byId(spans, "room", RoomId::new),
                spans.getOrDefault("patient", Map.of()).values().stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static <I> Map<I, List<TimeRange>> byId(
            Map<String, Map<UUID, List<TimeRange>>> spans, String kind, Function<UUID, I> id) {
        return spans.getOrDefault(kind, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(owner -> id.apply(owner.getKey()), Map.Entry::getValue));
    }
}
