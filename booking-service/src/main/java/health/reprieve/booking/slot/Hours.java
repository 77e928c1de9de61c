package health.reprieve.booking.slot;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * From one wall-clock time up to, but not including, a later one of the same day.
 *
 * @param from first minute inside
 * @param until first minute after it; midnight is the midnight that ends the day
 */
public record Hours(LocalTime from, LocalTime until) {

    public Hours {
        if (!from.isBefore(until) && !until.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("%s is not before %s".formatted(from, until));
        }
    }

    LocalDateTime startOn(LocalDate date) {
        return date.atTime(from);
    }

    LocalDateTime endOn(LocalDate date) {
        return until.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(until);
    }

    /** Seconds of the wall clock from the day's beginning to their end. */
    int endSecond() {
        return until.equals(LocalTime.MIDNIGHT) ? (int) Duration.ofDays(1).toSeconds() : until.toSecondOfDay();
    }
}
