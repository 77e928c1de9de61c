package health.reprieve.therapist.standing;

/** Whether a therapist can be offered to patients. */
public enum Offering {
    /** Some credential permits practice now. */
    PERMITTED,
    /** Works here, and no credential permits practice now. */
    NOT_PERMITTED,
    RETIRED
}
