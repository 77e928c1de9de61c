package health.reprieve.therapist.oversight.web;

import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.credential.Kind;
import health.reprieve.therapist.credential.RightToPractise;
import health.reprieve.therapist.credential.Verification;
import health.reprieve.therapist.profile.Language;
import health.reprieve.therapist.profile.Technique;
import health.reprieve.therapist.profile.Therapist;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A therapist with their credentials.
 *
 * @param version rises with every change; the ETag is made of it
 * @param retired whether they treat nobody any more
 * @param languages that they speak, by ISO 639-1
 * @param techniques that they have learned
 */
record TherapistView(
        UUID id,
        long version,
        String name,
        String contactEmail,
        boolean retired,
        List<String> languages,
        List<Technique> techniques,
        List<CredentialView> credentials) {

    static TherapistView of(Therapist therapist, Instant now) {
        return new TherapistView(
                therapist.id().value(),
                therapist.version(),
                therapist.name(),
                therapist.contact().value(),
                therapist.retired(),
                therapist.languages().stream().map(Language::code).toList(),
                therapist.techniques(),
                therapist.credentials().stream()
                        .map(credential -> CredentialView.of(credential, now))
                        .toList());
    }

    /**
     * A licence or the like, given by a board.
     *
     * @param jurisdiction where it holds, by ISO 3166-2
     * @param number as the board writes it
     * @param treatsDiagnosedConditions false where it forbids to treat what a doctor has diagnosed
     * @param mayPractise when it permits practice, as far as is known today
     * @param verifiedAt when somebody last looked it up at the board's register; null: nobody has
     * @param verificationGoodUntil from when on that look is too old, and the credential permits nothing
     * @param boardsWord the status in the board's literal word
     * @param effectiveFrom the first day, in the board's zone
     * @param expiryDate the last day, included, in the board's zone
     * @param obstacle why it does not permit practice now; null if it does
     */
    record CredentialView(
            UUID id,
            String jurisdiction,
            Kind kind,
            String number,
            CredentialStatus status,
            String boardsWord,
            boolean treatsDiagnosedConditions,
            LocalDate effectiveFrom,
            LocalDate expiryDate,
            List<TimeRange> mayPractise,
            @Nullable Instant verifiedAt,
            @Nullable Instant verificationGoodUntil,
            @Nullable String obstacle) {

        static CredentialView of(Credential credential, Instant now) {
            var right = new RightToPractise(credential);
            var check = Optional.ofNullable(credential.verification());
            return new CredentialView(
                    credential.id().value(),
                    credential.jurisdiction().code(),
                    credential.kind(),
                    credential.number(),
                    credential.status(),
                    credential.boardsWord(),
                    credential.tier().treatsDiagnosedConditions(),
                    credential.term().effectiveFrom(),
                    credential.term().expiryDate(),
                    right.spans(),
                    check.map(Verification::checkedAt).orElse(null),
                    check.map(Verification::goodUntil).orElse(null),
                    right.at(now).map(ObstacleWords::code).orElse(null));
        }
    }
}
