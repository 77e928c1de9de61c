package health.reprieve.booking.slot;

import java.util.EnumSet;
import java.util.Set;

/** What a time must satisfy to be offered, in the order in which reasons are told, with who may make an exception. */
public enum Rule {
    /** The therapist works at the clinic. */
    KNOWN_THERAPIST(false, Authority.NOBODY),
    /** The service is given in that length. */
    SERVICE_LENGTH(false, Authority.MANAGER),
    /** The start is one of the clinic's: on its grid, or packed to the edge of a gap. */
    STARTS(false, Authority.FRONT_DESK),
    /** There is time enough between asking and the start. */
    NOTICE(false, Authority.FRONT_DESK),
    /** The day is open for booking already. */
    HORIZON(false, Authority.FRONT_DESK),
    /** The clinic is not closed for a while. */
    CLOSURE(true, Authority.MANAGER),
    /** The clinic is open by its weekly hours. */
    OPENING_HOURS(true, Authority.MANAGER),
    /** The therapist works then. */
    WORKING_HOURS(true, Authority.THERAPIST, Authority.MANAGER),
    /** The therapist is not away. */
    TIME_OFF(true, Authority.THERAPIST, Authority.MANAGER),
    /** The therapist's credential permits this treatment in the clinic's state, from first minute to last. */
    RIGHT_TO_PRACTISE(true, Authority.LICENSING_BOARD),
    /** The therapist's own calendars were read lately, and show nothing then. */
    FOREIGN_CALENDAR(true, Authority.THERAPIST),
    /** The therapist has no other visit or hold then, and rests between two. */
    THERAPIST_FREE(true, Authority.FRONT_DESK),
    /** The therapist's hands are spared. */
    LOAD(false, Authority.MANAGER),
    /** The patient has no other visit then. */
    PATIENT_FREE(false, Authority.PATIENT),
    /** No treatment at all soon before or after another one of the patient's procedures. */
    BLACKOUT(false, Authority.CLINICIAN),
    /** No more pressure on a region of the body than it may have then. */
    REGION(false, Authority.CLINICIAN),
    /** Enough time between two treatments. */
    SPACING(false, Authority.CLINICIAN),
    /** A room with what is needed is free, or can be made so. */
    ROOM(false, Authority.FRONT_DESK);

    private final boolean edgesGaps;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
    private final Set<Authority> liftedBy;

    Rule(boolean edgesGaps, Authority first, Authority... more) {
        this.edgesGaps = edgesGaps;
        this.liftedBy = Set.copyOf(EnumSet.of(first, more));
    }

    /** Whether packed starts begin where this rule ends; the others only take starts away. */
    boolean edgesGaps() {
        return edgesGaps;
    }

    /** Any one of them is enough. */
    public Set<Authority> liftedBy() {
        return liftedBy;
    }
}
