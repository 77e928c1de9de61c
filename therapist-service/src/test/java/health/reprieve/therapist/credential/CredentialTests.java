package health.reprieve.therapist.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialTests {

    private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");
    private static final Term TERM = new Term(LocalDate.parse("2024-04-01"), LocalDate.parse("2027-03-31"));

    @Test
    void suspendingTwiceIsRefused() {
        var suspended = saying("Active").suspend(NINE);

        assertThatExceptionOfType(CredentialRefused.AlreadySuspended.class).isThrownBy(() -> suspended.suspend(TEN));
    }

    @Test
    void whatIsNotSuspendedCannotBeReinstated() {
        assertThatExceptionOfType(CredentialRefused.NotSuspended.class)
                .isThrownBy(() -> saying("Active").reinstate(NINE));
    }

    @Test
    void afterAReinstatementTheBoardsWordHoldsAgain() {
        assertThat(saying("Active").suspend(NINE).reinstate(TEN).status()).isEqualTo(CredentialStatus.ACTIVE);
        assertThat(saying("Lapsed").suspend(NINE).reinstate(TEN).status()).isEqualTo(CredentialStatus.EXPIRED);
    }

    @Test
    void aFreshCheckThatSaysActiveLiftsNoSuspension() {
        var check = new Verification(TEN, "Pat Kim", Verification.Method.WEB);

        assertThat(saying("Active")
                        .suspend(NINE)
                        .verified(check, TERM, "Active")
                        .status())
                .isEqualTo(CredentialStatus.SUSPENDED);
    }

    @Test
    void clocksThatDisagreeMakeNoBackwardSuspension() {
        var lifted = saying("Active").suspend(TEN).reinstate(NINE);

        assertThat(lifted.interruptions()).containsExactly(new Interruption(CredentialStatus.SUSPENDED, TEN, TEN));
        assertThat(lifted.suspend(NINE).interruptions().getLast())
                .isEqualTo(new Interruption(CredentialStatus.SUSPENDED, TEN, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Active, ACTIVE",
        "Clear/Active, ACTIVE",
        "' REGISTERED ', ACTIVE",
        "Conditional  Registration, ACTIVE_RESTRICTED",
        "Clear/Inactive, INACTIVE",
        "Delinquent, EXPIRED",
        "Null and Void, REVOKED",
        "Surrendered, REVOKED",
        "Pending, PENDING",
        "Not Found, UNKNOWN",
        "'', UNKNOWN"
    })
    void aBoardsWordIsReadIntoOneVocabulary(String word, CredentialStatus meaning) {
        assertThat(CredentialStatus.meaning(word)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void everyStateIsFoundByItsCode(Jurisdiction jurisdiction) {
        assertThat(Jurisdiction.of(jurisdiction.code())).isEqualTo(jurisdiction);
    }

    @Test
    void aTermThatEndsBeforeItBeginsCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Term(LocalDate.parse("2027-04-01"), LocalDate.parse("2027-03-31")));
    }

    private static Credential saying(String boardsWord) {
        return new Credential(
                new CredentialId(new UUID(0, 1)),
                Jurisdiction.NY,
                Kind.LICENSE,
                Tier.FULL,
                "27-012345",
                TERM,
                boardsWord,
                List.of(),
                null,
                null);
    }
}
