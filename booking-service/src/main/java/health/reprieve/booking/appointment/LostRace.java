package health.reprieve.booking.appointment;

/** Somebody else won the time; rolls back the transaction that hoped to. Never leaves this package. */
final class LostRace extends RuntimeException {

    LostRace() {
        super("the race for the time was lost", null, false, false);
    }
}
