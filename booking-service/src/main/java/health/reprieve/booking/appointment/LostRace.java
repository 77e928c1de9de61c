package health.reprieve.booking.appointment;

/** Somebody else won the time; rolls back the transaction that hoped to. Never seen outside the desks. */
public final class LostRace extends RuntimeException {

    public LostRace() {
        super("the race for the time was lost", null, false, false);
    }
}
