package health.reprieve.booking.candidacy;

/** Whether a doctor must agree before the first visit. */
public enum Clearance {
    /** Always: until one can be recorded, the patient is asked to call. */
    NEEDED,
    /** Only where one of the red flags applies. */
    IF_FLAGGED,
    /** A usual referral is enough. */
    ROUTINE
}
