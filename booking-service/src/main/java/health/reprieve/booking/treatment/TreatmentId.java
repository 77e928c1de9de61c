package health.reprieve.booking.treatment;

import java.util.UUID;

/** A treatment of a clinic, whatever it is called. */
public record TreatmentId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static TreatmentId of(String text) {
        return new TreatmentId(UUID.fromString(text));
    }

    public static TreatmentId random() {
        return new TreatmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
