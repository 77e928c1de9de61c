package health.reprieve.therapist.standing;

import static health.reprieve.therapist.SomeTherapist.licenceOf;
import static health.reprieve.therapist.SomeTherapist.newcomer;
import static health.reprieve.therapist.SomeTherapist.withoutAnyCheck;
import static health.reprieve.therapist.SomeTherapist.withoutAnyLicence;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.therapist.TestHouse;
import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.profile.Therapist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTests {

    @Test
    void whoMayBeOfferedIsCountedApartFromWhoMayNot() {
        var suspended = newcomer();
        var all = List.of(
                newcomer(),
                newcomer(),
                withoutAnyCheck(),
                withoutAnyLicence(),
                suspended.suspend(licenceOf(suspended), TestHouse.NOW),
                retired(newcomer()));

        var standing = Standing.of(all, TestHouse.NOW);

        assertThat(standing.of(Offering.PERMITTED)).isEqualTo(2);
        assertThat(standing.of(Offering.NOT_PERMITTED)).isEqualTo(3);
        assertThat(standing.of(Offering.RETIRED)).isEqualTo(1);
    }

    @Test
    void credentialsAreCountedByHowTheyStandForThoseWhoStillWorkHere() {
        var suspended = newcomer();
        var all = List.of(
                newcomer(),
                withoutAnyCheck(),
                suspended.suspend(licenceOf(suspended), TestHouse.NOW),
                retired(newcomer()));

        var standing = Standing.of(all, TestHouse.NOW);

        assertThat(standing.of(CredentialStatus.ACTIVE)).isEqualTo(2);
        assertThat(standing.of(CredentialStatus.SUSPENDED)).isEqualTo(1);
        assertThat(standing.of(CredentialStatus.REVOKED)).isZero();
    }

    /** The licence's last day is the 31st of March 2027, in New York. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-31T04:00:00Z, 0, 0, 0",
        "2026-12-31T06:00:00Z, 0, 0, 1",
        "2027-03-01T12:00:00Z, 0, 1, 1",
        "2027-03-24T12:00:00Z, 1, 1, 1",
        "2027-04-01T03:59:59Z, 1, 1, 1",
        "2027-04-01T04:00:00Z, 0, 0, 0"
    })
    void howSoonCredentialsEndIsCountedInDaysOfTheirBoard(Instant now, long week, long month, long quarter) {
        var standing = Standing.of(List.of(newcomer()), now);

        assertThat(standing.of(EndsWithin.DAYS_7)).isEqualTo(week);
        assertThat(standing.of(EndsWithin.DAYS_30)).isEqualTo(month);
        assertThat(standing.of(EndsWithin.DAYS_90)).isEqualTo(quarter);
    }

    @Test
    void whatIsOutOfForceAnywayIsNotCountedAsEnding() {
        var suspended = newcomer();
        var all = List.of(suspended.suspend(licenceOf(suspended), TestHouse.NOW), retired(newcomer()));

        assertThat(Standing.of(all, TestHouse.NOW.plus(Duration.ofDays(50))).of(EndsWithin.DAYS_90))
                .isZero();
    }

    private static Therapist retired(Therapist like) {
        return new Therapist(
                like.id(),
                like.version(),
                like.name(),
                like.languages(),
                like.techniques(),
                like.contact(),
                true,
                like.credentials(),
                like.availability());
    }
}
