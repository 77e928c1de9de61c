package health.reprieve.booking.waitlist;

/** Somebody cannot be asked any more, since they were looked at; rolls back the offer. Never seen outside the rounds. */
public final class NoLongerInLine extends RuntimeException {

    public NoLongerInLine() {
        super("no longer in line", null, false, false);
    }
}
