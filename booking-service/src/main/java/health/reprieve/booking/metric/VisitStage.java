package health.reprieve.booking.metric;

/** Where a visit of today stands. */
public enum VisitStage {
    UPCOMING,
    UNDER_WAY,
    OVER,
    CANCELLED
}
