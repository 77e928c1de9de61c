package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;

/**
 * A right to give this kind of treatment.
 *
 * @param state where it counts, ISO 3166-2
 * @param spans in which it permits practice
 * @param goodUntil from this instant on the last look at the board's register is too old, and it permits nothing
 */
public record Credential(String state, List<TimeRange> spans, Instant goodUntil) {

    public Credential {
        spans = List.copyOf(spans);
    }

    /** Whether it counts in that state now, whatever its spans. */
    public boolean holds(String inState, Instant now) {
        return state.equals(inState) && now.isBefore(goodUntil);
    }
}
