package health.reprieve.booking.slot;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * One treatment, as it is asked for.
 *
 * @param lengths in which the service is given; none: in any
 * @param weight by which its hands-on time counts against the therapist's limits; 1 for ordinary work, more for deep
 * @param pressure on each region of the body that is worked, from 0 to 5
 * @param needs what the room must have
 */
public record Session(
        Duration length, Set<Duration> lengths, double weight, Map<Region, Integer> pressure, Set<Equipment> needs) {

    public Session {
        if (length.toMinutes() < 1 || !length.equals(Duration.ofMinutes(length.toMinutes()))) {
            throw new IllegalArgumentException("a treatment lasts whole minutes, not " + length);
        }
        if (!(weight > 0 && weight <= 10)) {
            throw new IllegalArgumentException("a treatment weighs more than 0 and at most 10, not " + weight);
        }
        lengths = Set.copyOf(lengths);
        pressure = Map.copyOf(pressure);
        needs = Set.copyOf(needs);
    }

    /** Ordinary work of the given length, which any room will do for. */
    public static Session lasting(Duration length) {
        return new Session(length, Set.of(), 1, Map.of(), Set.of());
    }

    /** The same, given in other lengths; none: in any. */
    public Session in(Set<Duration> others) {
        return new Session(length, others, weight, pressure, needs);
    }

    /** The hands-on time that it counts for. */
    public Duration effort() {
        return Visit.effort(length, weight);
    }

    boolean isOffered() {
        return lengths.isEmpty() || lengths.contains(length);
    }
}
