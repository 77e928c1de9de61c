package health.reprieve.booking.slot;

import java.time.LocalTime;

/**
 * From one wall-clock time up to, but not including, a later one of the same day.
 *
 * @param from first minute inside
 * @param until first minute after it
 */
public record Hours(LocalTime from, LocalTime until) {

    public Hours {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("%s is not before %s".formatted(from, until));
        }
    }
}
