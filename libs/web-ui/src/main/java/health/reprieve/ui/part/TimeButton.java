package health.reprieve.ui.part;

import org.jspecify.annotations.Nullable;

/**
 * A time that can be chosen with one press.
 *
 * @param value what is sent
 * @param time the clock time, such as "10:00 AM"
 * @param note a second line, such as the therapist's name
 * @param fullName what a screen reader says: date, time and therapist
 */
public record TimeButton(
        String value, String time, @Nullable String note, String fullName) {}
