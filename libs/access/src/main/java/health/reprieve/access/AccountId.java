package health.reprieve.access;

import java.util.UUID;

/** Somebody who can sign in. An account knows which patient or therapist it is. */
public record AccountId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    public static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
