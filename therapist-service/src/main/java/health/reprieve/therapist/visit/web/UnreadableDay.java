package health.reprieve.therapist.visit.web;

import org.jspecify.annotations.Nullable;

/** What was sent as a date is none. */
final class UnreadableDay extends RuntimeException {

    UnreadableDay(@Nullable Throwable cause) {
        super("not a date", cause);
    }
}
