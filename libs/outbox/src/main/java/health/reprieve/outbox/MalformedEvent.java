package health.reprieve.outbox;

/** What lies on a topic is not an event that this service can read; trying again would not help. */
public final class MalformedEvent extends RuntimeException {

    /** @param problem what is wrong, without anything of the content */
    public MalformedEvent(String problem) {
        super(problem);
    }
}
