package health.reprieve.access.matrix;

/** What one role may do with one operation. */
public enum Rule {
    YES,
    /** With what is theirs; what is not answers 404, as what does not exist. */
    OWN,
    NO
}
