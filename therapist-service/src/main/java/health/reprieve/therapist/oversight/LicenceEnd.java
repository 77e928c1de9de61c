package health.reprieve.therapist.oversight;

import health.reprieve.access.TherapistId;
import health.reprieve.therapist.credential.CredentialId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of licences by their end: also the place from which a next page goes on.
 *
 * @param day the last day, in the board's zone; the earliest possible where there is no credential
 * @param credential null: the therapist has none on record
 */
public record LicenceEnd(
        LocalDate day, TherapistId therapist, @Nullable CredentialId credential) {}
