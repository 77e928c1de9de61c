package health.reprieve.booking.clinic;

import java.util.UUID;

/** A clinic, whatever becomes of its name or address. */
public record ClinicId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static ClinicId of(String text) {
        return new ClinicId(UUID.fromString(text));
    }

    public static ClinicId random() {
        return new ClinicId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
