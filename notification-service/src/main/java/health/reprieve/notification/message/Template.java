package health.reprieve.notification.message;

/** What a message says. One event says each of them at most once to one recipient. */
public enum Template {
    /** A person waits at the screen for it, so it goes before everything else. */
    SIGN_IN_CODE,
    CONFIRMATION,
    NEW_TIME,
    CANCELLATION,
    /** A time that is kept until it is answered. */
    OFFER;

    /** Lower goes first when several messages are due. */
    public int rank() {
        return switch (this) {
            case SIGN_IN_CODE -> 0;
            case CONFIRMATION, NEW_TIME, CANCELLATION, OFFER -> 1;
        };
    }
}
