package health.reprieve.therapist.credential;

import java.util.UUID;

/** One credential of one therapist. A renewal keeps it; a licence in another state is another one. */
public record CredentialId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static CredentialId of(String text) {
        return new CredentialId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
