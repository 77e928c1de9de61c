package health.reprieve.therapist.availability;

import java.util.UUID;

/** A clinic, which booking owns; here it is only the place where somebody works. */
public record ClinicId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static ClinicId of(String text) {
        return new ClinicId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
