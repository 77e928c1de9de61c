package health.reprieve.booking.appointment;

import java.util.Optional;

/**
 * A visit after a decision.
 *
 * @param deed what was done; empty when nothing changed
 */
public record Change(Appointment after, Optional<Deed> deed) {

    static Change of(Deed deed) {
        return new Change(deed.after(), Optional.of(deed));
    }

    static Change none(Appointment unchanged) {
        return new Change(unchanged, Optional.empty());
    }
}
