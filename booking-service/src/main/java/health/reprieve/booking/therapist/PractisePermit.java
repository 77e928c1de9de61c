package health.reprieve.booking.therapist;

import health.reprieve.booking.slot.Credential;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one credential permits, as therapist-service worked it out.
 *
 * @param state where it counts, ISO 3166-2
 * @param treatsDiagnosedConditions false where its tier forbids the treatment of diagnosed conditions
 * @param spans when it permits practice
 * @param verifiedAt when the board's register was last looked at; null: never
 * @param goodUntil from this instant on that look is too old, and the credential permits nothing; null: never looked at
 */
public record PractisePermit(
        String state,
        boolean treatsDiagnosedConditions,
        List<TimeRange> spans,
        @Nullable Instant verifiedAt,
        @Nullable Instant goodUntil) {

    public PractisePermit {
        spans = List.copyOf(spans);
    }

    /** Whether it permits the treatment of what hurts there and then, however old the last look at the register is. */
    boolean permits(String inState, TimeRange time) {
        return state.equals(inState)
                && treatsDiagnosedConditions
                && spans.stream().anyMatch(span -> span.contains(time));
    }

    /** Whether it counts in the given state for the treatment of what hurts, by a check that is fresh enough now. */
    boolean holds(String inState, Instant now) {
        return state.equals(inState) && treatsDiagnosedConditions && goodUntil != null && now.isBefore(goodUntil);
    }

    /** What the engine knows of it; empty when it permits no treatment of what hurts, or was never looked at. */
    Optional<Credential> credential() {
        return treatsDiagnosedConditions
                ? Optional.ofNullable(goodUntil).map(until -> new Credential(state, spans, until))
                : Optional.empty();
    }
}
