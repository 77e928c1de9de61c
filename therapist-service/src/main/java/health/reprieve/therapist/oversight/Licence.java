package health.reprieve.therapist.oversight;

import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.Obstacle;
import health.reprieve.therapist.credential.RightToPractise;
import health.reprieve.therapist.profile.Therapist;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A therapist and one of their credentials, as it stands at an instant.
 *
 * @param credential null: none is on record
 */
public record Licence(Therapist therapist, @Nullable Credential credential, Instant asOf) {

    /** What stands against practice by it now; nothing if it is permitted, or if there is no credential at all. */
    public Optional<Obstacle> obstacle() {
        return Optional.ofNullable(credential).flatMap(known -> new RightToPractise(known).at(asOf));
    }

    /** The credential, where it is known that there is one. */
    public Credential granted() {
        return Objects.requireNonNull(credential);
    }

    /** Whole days from the board's today to the last day: 0 on the last day itself, less when it has ended. */
    public long daysLeft() {
        if (credential == null) {
            return -1;
        }
        var today = asOf.atZone(credential.jurisdiction().boardZone()).toLocalDate();
        return ChronoUnit.DAYS.between(today, credential.term().expiryDate());
    }
}
