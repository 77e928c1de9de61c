package health.reprieve.booking.slot;

/**
 * Something that a room has and a session may need.
 *
 * @param code such as {@code BARIATRIC_TABLE}
 */
public record Equipment(String code) {}
