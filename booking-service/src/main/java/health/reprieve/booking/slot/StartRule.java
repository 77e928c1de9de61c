package health.reprieve.booking.slot;

import java.time.Duration;
import java.util.Optional;

/** Which starts a clinic has. */
public sealed interface StartRule {

    /** @param every starts lie on multiples of it by the clinic's wall clock; whole minutes that divide a day */
    record Grid(Duration every) implements StartRule {

        public Grid {
            long minutes = every.toMinutes();
            if (minutes < 1
                    || Duration.ofDays(1).toMinutes() % minutes != 0
                    || !every.equals(Duration.ofMinutes(minutes))) {
                throw new IllegalArgumentException("the grid must be whole minutes that divide a day, not " + every);
            }
        }
    }

    /**
     * The first minute of each gap, and on from there; a day's first gap begins with the day at the earliest.
     *
     * @param every from one start to the next; left out, the session and what must be free after it
     */
    record Packed(Optional<Duration> every) implements StartRule {

        public Packed {
            if (every.isPresent() && every.get().toMinutes() < 1) {
                throw new IllegalArgumentException("packed starts are at least a minute apart");
            }
        }
    }
}
