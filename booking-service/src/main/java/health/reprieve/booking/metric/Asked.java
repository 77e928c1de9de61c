package health.reprieve.booking.metric;

/** What was asked of the desks. */
public enum Asked {
    SEARCH,
    HOLD,
    EXTENSION,
    BOOKING,
    MOVE,
    CANCELLATION
}
