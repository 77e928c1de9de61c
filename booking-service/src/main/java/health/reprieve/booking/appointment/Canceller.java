package health.reprieve.booking.appointment;

/** Who called a visit off. */
public enum Canceller {
    PATIENT,
    CLINIC
}
