package health.reprieve.booking.appointment;

import java.util.UUID;

/** One visit, for life: moving it keeps the id. */
public record AppointmentId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    public static AppointmentId random() {
        return new AppointmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
