package health.reprieve.booking.metric;

/** Whose time two can race for. */
public enum Resource {
    THERAPIST,
    ROOM,
    PATIENT
}
