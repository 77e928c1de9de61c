package health.reprieve.notification.message;

/** What became of one try to send a message. */
public sealed interface Outcome {

    /** The mail server answered the final dot with "I have it". */
    record Accepted() implements Outcome {}

    /**
     * Surely not taken, and worth another try.
     *
     * @param reply the SMTP reply code; 0 where there was no reply, as when nobody listens
     */
    record Deferred(int reply) implements Outcome {}

    /**
     * Surely not taken, and never will be.
     *
     * @param reply the SMTP reply code; 0 where the message could not even be written
     */
    record Refused(int reply) implements Outcome {}

    /** The final dot was sent and the answer never came. */
    record Unknown() implements Outcome {}

    /** Not sent, since something newer has been heard. */
    record Outdated() implements Outcome {}

    /** Not sent, since its deadline had passed. */
    record TooLate() implements Outcome {}
}
