package health.reprieve.booking.slot;

import java.time.Duration;

/**
 * What a resource needs free around a visit. Between two visits the larger need counts, not the sum; a gap of exactly that
 * much is enough, and it may lie outside of hours.
 */
public record Margin(Duration before, Duration after) {

    public static final Margin NONE = new Margin(Duration.ZERO, Duration.ZERO);

    public Margin {
        if (before.isNegative() || after.isNegative()) {
            throw new IllegalArgumentException("a margin cannot be negative");
        }
    }

    public static Margin after(Duration after) {
        return new Margin(Duration.ZERO, after);
    }
}
