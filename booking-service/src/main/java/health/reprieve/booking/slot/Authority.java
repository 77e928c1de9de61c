package health.reprieve.booking.slot;

/** Who can make a refused time possible. */
public enum Authority {
    /** Nobody: the time or the therapist does not exist as it was asked for. */
    NOBODY,
    PATIENT,
    THERAPIST,
    FRONT_DESK,
    MANAGER,
    /** Whoever treats the patient as a physician. */
    CLINICIAN,
    /** The board that licenses therapists in the state of the visit. */
    LICENSING_BOARD
}
