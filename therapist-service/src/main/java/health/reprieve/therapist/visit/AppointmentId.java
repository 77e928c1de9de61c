package health.reprieve.therapist.visit;

import java.util.UUID;

/** An appointment, which booking owns; it keeps its id for life. */
public record AppointmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
