package health.reprieve.booking.metric;

/** What was asked of the desks. */
public enum Asked {
    SEARCH,
    HOLD,
    EXTENSION,
    BOOKING,
    MOVE,
    CANCELLATION,
    /** Any other step with a visit: its day, an approval, a correction. */
    STEP,
    DAY_END
}
