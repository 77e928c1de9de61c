package health.reprieve.access;

import java.util.UUID;

/** A therapist, with or without a valid licence. It never changes. */
public record TherapistId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static TherapistId of(String text) {
        return new TherapistId(UUID.fromString(text));
    }

    public static TherapistId random() {
        return new TherapistId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
