package health.reprieve.booking.clinic;

import java.util.UUID;

/** A while in which something cannot be had; chosen by whoever enters it, so that entering it twice is entering it once. */
public record ClosedTimeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
