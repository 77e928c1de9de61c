package health.reprieve.booking.appointment;

/**
 * How often a patient has called off for a flare lately.
 *
 * @param most how many are within the rule
 */
public record Flares(int taken, int most) {

    boolean areUsedUp() {
        return taken >= most;
    }
}
