package health.reprieve.booking.appointment;

/** How far a visit has come. {@link Status} says what more is known of it there. */
public enum Stage {
    /** Nobody has the time yet. */
    FREE,
    /** Kept for somebody who has not booked yet: a {@link Hold}. */
    HELD,
    /** Wished for, and kept until staff approve or decline. */
    REQUESTED,
    BOOKED,
    CHECKED_IN,
    IN_PROGRESS,
    COMPLETED,
    MISSED,
    CANCELLED,
    /** Its therapist, room or clinic is lost; staff must choose what becomes of it. */
    NEEDS_REASSIGNMENT;

    /** As far as patients should know: that a visit needs another therapist or room is the clinic's own matter. */
    public Stage toldToPatients() {
        return this == NEEDS_REASSIGNMENT ? BOOKED : this;
    }
}
