package health.reprieve.booking.web;

import org.jspecify.annotations.Nullable;

/** What a client chose to tell a repeat from another request. */
public final class IdempotencyKey {

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** @throws RequestRefused when the header is missing, blank or too long (400) */
    public static String require(@Nullable String key) {
        if (key == null) {
            throw RequestRefused.missing("Idempotency-Key");
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw RequestRefused.bad("Idempotency-Key");
        }
        return key;
    }
}
