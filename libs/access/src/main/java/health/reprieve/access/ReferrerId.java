package health.reprieve.access;

import java.util.UUID;

/** A physician who orders treatment or clears a patient for it. */
public record ReferrerId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ReferrerId of(String text) {
        return new ReferrerId(UUID.fromString(text));
    }

    public static ReferrerId random() {
        return new ReferrerId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
