package health.reprieve.booking.course;

import java.util.UUID;

/** A doctor's order that allows a number of visits. */
public record ReferralId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
