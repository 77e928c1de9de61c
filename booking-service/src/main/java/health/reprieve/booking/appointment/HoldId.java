package health.reprieve.booking.appointment;

import java.util.UUID;

/** A time that is held for one browser. */
public record HoldId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static HoldId of(String text) {
        return new HoldId(UUID.fromString(text));
    }

    public static HoldId random() {
        return new HoldId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
