package health.reprieve.booking.appointment;

import java.util.Optional;

/**
 * A visit after a decision, and the news of it.
 *
 * @param event empty when nothing changed
 */
public record Change(Appointment after, Optional<AppointmentEvent> event) {

    static Change of(Appointment after, AppointmentEvent event) {
        return new Change(after, Optional.of(event));
    }

    static Change none(Appointment unchanged) {
        return new Change(unchanged, Optional.empty());
    }
}
