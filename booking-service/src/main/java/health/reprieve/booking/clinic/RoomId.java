package health.reprieve.booking.clinic;

import java.util.UUID;

/** A treatment room of a clinic. */
public record RoomId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static RoomId of(String text) {
        return new RoomId(UUID.fromString(text));
    }

    public static RoomId random() {
        return new RoomId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
