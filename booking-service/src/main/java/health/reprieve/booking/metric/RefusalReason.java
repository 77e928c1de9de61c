package health.reprieve.booking.metric;

/** Why something was refused: each kind of refusal by a desk, and each rule of the engine. */
public enum RefusalReason {
    TIME_TAKEN,
    PATIENT_HAS_VISIT_THEN,
    CLEARANCE_NEEDED,
    CLINIC_UNKNOWN,
    HOLD_UNKNOWN,
    HOLD_EXPIRED,
    HOLD_DIFFERS,
    HOLD_USED_UP,
    TOO_MANY_HOLDS,
    TIMES_OVERLAP,
    KEY_REUSED,
    APPOINTMENT_UNKNOWN,
    VERSION_STALE,
    NO_LONGER_BOOKED,
    ALREADY_BEGUN,
    UNKNOWN_THERAPIST,
    OFF_GRID,
    TOO_SOON,
    TOO_FAR,
    OUTSIDE_HOURS,
    NO_RIGHT_TO_PRACTISE,
    THERAPIST_BUSY,
    PATIENT_BUSY,
    NO_ROOM
}
