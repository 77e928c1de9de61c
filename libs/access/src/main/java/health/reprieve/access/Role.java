package health.reprieve.access;

/** What kind of person (or system) asks. The authorization matrix has one column for each. */
public enum Role {
    /** Nobody signed in. */
    VISITOR,
    PATIENT,
    THERAPIST,
    FRONT_DESK,
    /** Sees to therapists, rules and licences. */
    MANAGER,
    /** A physician: orders, clearance, progress of own patients. */
    REFERRER,
    /** Runs the system; sees no health data. */
    OPERATOR,
    /** Another system of the clinic, with a scoped, revocable token. */
    MACHINE
}
