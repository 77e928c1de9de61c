package health.reprieve.access;

import java.util.UUID;

/** One browser, signed in or not: the owner of a draft and of a held time. */
public record BrowserId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static BrowserId of(String text) {
        return new BrowserId(UUID.fromString(text));
    }

    public static BrowserId random() {
        return new BrowserId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
