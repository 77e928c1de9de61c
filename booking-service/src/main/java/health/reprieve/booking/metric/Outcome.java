package health.reprieve.booking.metric;

/** What became of what was asked. */
public enum Outcome {
    GRANTED,
    /** It had been granted before; nothing was done, and the answer was the same. */
    REPEATED,
    REFUSED,
    /** A fault of ours, or of what we stand on. */
    FAILED
}
