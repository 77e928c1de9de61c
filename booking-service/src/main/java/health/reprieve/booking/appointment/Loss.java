package health.reprieve.booking.appointment;

/** What a visit has lost, so that it cannot be as it was booked. */
public enum Loss {
    /** The therapist may no longer treat there and then. */
    THERAPIST,
    /** The room is out of use. */
    ROOM,
    /** The clinic is closed. */
    CLINIC
}
