package health.reprieve.therapist.credential;

import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a credential was, or is, out of force although its term runs.
 *
 * @param status what it was meanwhile
 * @param from the first instant
 * @param until the first instant after it; null while it lasts
 */
public record Interruption(
        CredentialStatus status, Instant from, @Nullable Instant until) {

    private static final Set<CredentialStatus> OUT_OF_FORCE =
            Set.of(CredentialStatus.INACTIVE, CredentialStatus.SUSPENDED, CredentialStatus.REVOKED);

    public Interruption {
        if (!OUT_OF_FORCE.contains(status)) {
            throw new IllegalArgumentException("%s interrupts nothing".formatted(status));
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("%s is before %s".formatted(until, from));
        }
    }

    public boolean lasts() {
        return until == null;
    }

    /** The span; none if it lasts, or was lifted in the instant it began. */
    public Optional<TimeRange> span() {
        return until == null || until.equals(from) ? Optional.empty() : Optional.of(new TimeRange(from, until));
    }

    /** Lifted now, or where clocks disagree in the instant it began. */
    Interruption lifted(Instant now) {
        return new Interruption(status, from, now.isBefore(from) ? from : now);
    }
}
