package health.reprieve.booking.slot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Wall-clock times as instants, on days when the clocks change too. */
final class WallClock {

    private WallClock() {}

    /** The first instant that shows this time; where the clocks jump over it, the instant of the jump. */
    static Instant earliest(LocalDateTime wall, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.getFirst());
    }

    /** The last instant that shows this time; where the clocks jump over it, the instant of the jump. */
    static Instant latest(LocalDateTime wall, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.getLast());
    }
}
