package health.reprieve.therapist.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a credential does not permit a treatment. */
public sealed interface Obstacle {

    /** It speaks for another state. */
    record OtherJurisdiction(Jurisdiction granted, Jurisdiction asked) implements Obstacle {}

    /** In that state such a paper permits nothing, or the state issues none. */
    record KindNotRecognised(Kind kind, Jurisdiction jurisdiction) implements Obstacle {}

    record StatusForbids(CredentialStatus status) implements Obstacle {}

    /** Restricted, and nobody has set down that our work is inside the order's terms. */
    record NeedsWrittenOk() implements Obstacle {}

    record NotForDiagnosedConditions(Tier tier) implements Obstacle {}

    record NeverVerified() implements Obstacle {}

    /** @param since from when on the last look at the register was too old */
    record VerificationTooOld(Instant since) implements Obstacle {}

    record NotYetInForce(Instant from) implements Obstacle {}

    /** @param at the first instant at which it permits nothing any more */
    record Ends(Instant at) implements Obstacle {}

    /** @param until null while it lasts */
    record Interrupted(
            CredentialStatus status, Instant from, @Nullable Instant until) implements Obstacle {}
}
