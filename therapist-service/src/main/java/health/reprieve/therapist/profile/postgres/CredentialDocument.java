package health.reprieve.therapist.profile.postgres;

import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.credential.Interruption;
import health.reprieve.therapist.credential.Jurisdiction;
import health.reprieve.therapist.credential.Kind;
import health.reprieve.therapist.credential.Term;
import health.reprieve.therapist.credential.Tier;
import health.reprieve.therapist.credential.Verification;
import health.reprieve.therapist.credential.WrittenOk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A credential with all that interrupted it, as one JSON object: one statement reads or writes the whole. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CredentialDocument(
        UUID id,
        String jurisdiction,
        Kind kind,
        Tier tier,
        String number,
        LocalDate effectiveFrom,
        LocalDate expiryDate,
        String boardsWord,
        @Nullable Instant verifiedAt,
        @Nullable String verifiedBy,
        Verification.@Nullable Method verifiedHow,
        @Nullable Instant writtenOkAt,
        @Nullable String writtenOkBy,
        List<StoredInterruption> interruptions) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record StoredInterruption(
            int position,
            CredentialStatus status,
            Instant fromInstant,
            @Nullable Instant untilInstant) {}

    static CredentialDocument of(Credential credential) {
        var check = credential.verification();
        var ok = credential.writtenOk();
        return new CredentialDocument(
                credential.id().value(),
                credential.jurisdiction().code(),
                credential.kind(),
                credential.tier(),
                credential.number(),
                credential.term().effectiveFrom(),
                credential.term().expiryDate(),
                credential.boardsWord(),
                check == null ? null : check.checkedAt(),
                check == null ? null : check.checkedBy(),
                check == null ? null : check.method(),
                ok == null ? null : ok.at(),
                ok == null ? null : ok.reviewer(),
                stored(credential.interruptions()));
    }

    Credential read() {
        return new Credential(
                new CredentialId(id),
                Jurisdiction.of(jurisdiction),
                kind,
                tier,
                number,
                new Term(effectiveFrom, expiryDate),
                boardsWord,
                interruptions.stream()
                        .map(each -> new Interruption(each.status, each.fromInstant, each.untilInstant))
                        .toList(),
                verifiedAt == null || verifiedBy == null || verifiedHow == null
                        ? null
                        : new Verification(verifiedAt, verifiedBy, verifiedHow),
                writtenOkAt == null || writtenOkBy == null ? null : new WrittenOk(writtenOkBy, writtenOkAt));
    }

    private static List<StoredInterruption> stored(List<Interruption> interruptions) {
        var positions = IntStream.range(0, interruptions.size());
        return positions
                .mapToObj(position -> {
                    var each = interruptions.get(position);
                    return new StoredInterruption(position, each.status(), each.from(), each.until());
                })
                .toList();
    }
}
