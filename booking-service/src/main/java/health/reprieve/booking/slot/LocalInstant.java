package health.reprieve.booking.slot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A time as the clock on the wall shows it, which need not be one instant: when clocks change it can be none, or two. */
public sealed interface LocalInstant {

    record Once(Instant instant) implements LocalInstant {}

    /** @param jumpsTo what the clock shows instead of the hour it leaves out */
    record Never(LocalDateTime jumpsTo) implements LocalInstant {}

    /** @param offsets by which the two can be told apart, earlier instant first */
    record Twice(List<ZoneOffset> offsets) implements LocalInstant {

        public Twice {
            offsets = List.copyOf(offsets);
        }
    }

    /** Which instant it is; Java's own answer would guess. */
    static LocalInstant of(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> new Never(rules.getTransition(local).getDateTimeAfter());
            case 1 -> new Once(local.toInstant(offsets.getFirst()));
            default -> new Twice(offsets);
        };
    }
}
