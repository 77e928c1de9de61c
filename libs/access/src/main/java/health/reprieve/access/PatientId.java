package health.reprieve.access;

import java.util.UUID;

/** A person who is treated. It never changes, whatever becomes of their addresses. */
public record PatientId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static PatientId of(String text) {
        return new PatientId(UUID.fromString(text));
    }

    public static PatientId random() {
        return new PatientId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
