package health.reprieve.booking.appointment;

/** What a visit has lost, so that it cannot be as it was booked. */
public enum Loss {
    /** The therapist may not treat there and then, or is not there. */
    THERAPIST,
    /** The room is out of use. */
    ROOM,
    /** The clinic is closed. */
    CLINIC
}
