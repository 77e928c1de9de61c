package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;

/**
 * A while in which a clinic treats nobody.
 *
 * @param reason in the clinic's words, such as a holiday's name; may be empty
 */
public record Closure(TimeRange time, String reason) {}
