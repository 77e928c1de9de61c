package health.reprieve.therapist.oversight;

import health.reprieve.access.AccountId;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.profile.Therapist;
import java.time.Instant;

/**
 * A manager's decision about one credential. Once made it is never changed, only followed by another.
 *
 * @param version the therapist's version that it led to
 * @param by whose account
 */
public record Ruling(
        TherapistId therapist,
        long version,
        CredentialId credential,
        Kind kind,
        Reason reason,
        AccountId by,
        Instant at) {

    /** What was decided. */
    public enum Kind {
        SUSPENSION,
        REINSTATEMENT;

        Therapist apply(Therapist therapist, CredentialId credential, Instant now) {
            return switch (this) {
                case SUSPENSION -> therapist.suspend(credential, now);
                case REINSTATEMENT -> therapist.reinstate(credential, now);
            };
        }
    }
}
