package health.reprieve.therapist.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RightToPractiseTests {

    private static final Instant CHECKED = Instant.parse("2027-03-20T12:00:00Z");
    private static final Instant ASKED = Instant.parse("2027-03-25T12:00:00Z");
    private static final Verification CHECK = new Verification(CHECKED, "Pat Kim", Verification.Method.WEB);

    @ParameterizedTest(name = "{0} licence to {1}, visit {2} to {3}: {4}")
    @CsvFileSource(resources = "/licence-ends.csv", numLinesToSkip = 1)
    void aLicenceEndsAtTheBoardsMidnight(
            Jurisdiction board, LocalDate lastDay, OffsetDateTime start, OffsetDateTime end, boolean permitted) {
        var right = new RightToPractise(licence(board, lastDay));
        var visit = new Practice(new TimeRange(start.toInstant(), end.toInstant()), board, false);

        assertThat(right.against(visit, ASKED).isEmpty()).isEqualTo(permitted);
        assertThat(right.spans().stream().anyMatch(span -> span.contains(visit.when())))
                .isEqualTo(permitted);
    }

    @Test
    void theSpanRunsFromTheFirstMidnightToTheLastInTheBoardsZone() {
        assertThat(new RightToPractise(licence(Jurisdiction.NY, LocalDate.parse("2027-03-31"))).spans())
                .containsExactly(
                        new TimeRange(Instant.parse("2024-04-01T04:00:00Z"), Instant.parse("2027-04-01T04:00:00Z")));
    }

    @Test
    void aSuspensionThatIsOverCutsTheSpanInTwo() {
        var from = Instant.parse("2026-05-01T15:00:00Z");
        var until = Instant.parse("2026-06-01T15:00:00Z");
        var right = new RightToPractise(licence(Jurisdiction.NY, LocalDate.parse("2027-03-31"))
                .suspend(from)
                .reinstate(until));

        assertThat(right.spans())
                .containsExactly(
                        new TimeRange(Instant.parse("2024-04-01T04:00:00Z"), from),
                        new TimeRange(until, Instant.parse("2027-04-01T04:00:00Z")));
        assertThat(right.against(inNewYork(from.minusSeconds(60)), ASKED))
                .contains(new Obstacle.Interrupted(CredentialStatus.SUSPENDED, from, until));
        assertThat(right.against(inNewYork(until), ASKED)).isEmpty();
    }

    @Test
    void aSuspensionThatBeganBeforeTheTermCutsOnlyItsBeginning() {
        var until = Instant.parse("2024-06-01T15:00:00Z");
        var right = new RightToPractise(licence(Jurisdiction.NY, LocalDate.parse("2027-03-31"))
                .suspend(Instant.parse("2023-01-01T00:00:00Z"))
                .reinstate(until));

        assertThat(right.spans()).containsExactly(new TimeRange(until, Instant.parse("2027-04-01T04:00:00Z")));
    }

    @Test
    void aSuspensionThatLastsLeavesNothingAtAll() {
        var right = new RightToPractise(
                licence(Jurisdiction.NY, LocalDate.parse("2027-03-31")).suspend(ASKED));

        assertThat(right.spans()).isEmpty();
        assertThat(right.at(ASKED)).contains(new Obstacle.StatusForbids(CredentialStatus.SUSPENDED));
    }

    @Test
    void aCheckIsGoodForThirtyDaysToTheInstant() {
        var right = new RightToPractise(licence(Jurisdiction.NY, LocalDate.parse("2027-12-31")));
        var tooOld = CHECKED.plus(Duration.ofDays(30));

        assertThat(right.at(tooOld.minusMillis(1))).isEmpty();
        assertThat(right.at(tooOld)).contains(new Obstacle.VerificationTooOld(tooOld));
    }

    @Test
    void whatWasNeverCheckedPermitsNothing() {
        var right = new RightToPractise(credential(Jurisdiction.NY, Kind.LICENSE, Tier.FULL, "Active", null, null));

        assertThat(right.spans()).isEmpty();
        assertThat(right.at(ASKED)).contains(new Obstacle.NeverVerified());
    }

    @Test
    void aRestrictedLicenceNeedsAReviewersWrittenOk() {
        var reviewed = new WrittenOk("Pat Kim", CHECKED);
        var without =
                new RightToPractise(credential(Jurisdiction.NY, Kind.LICENSE, Tier.FULL, "Probation", CHECK, null));
        var with =
                new RightToPractise(credential(Jurisdiction.NY, Kind.LICENSE, Tier.FULL, "Probation", CHECK, reviewed));

        assertThat(without.at(ASKED)).contains(new Obstacle.NeedsWrittenOk());
        assertThat(without.spans()).isEmpty();
        assertThat(with.at(ASKED)).isEmpty();
        assertThat(with.spans()).hasSize(1);
    }

    @Test
    void aWrittenOkHelpsNoLicenceThatIsSuspended() {
        var right = new RightToPractise(credential(
                Jurisdiction.NY, Kind.LICENSE, Tier.FULL, "Suspended", CHECK, new WrittenOk("Pat Kim", CHECKED)));

        assertThat(right.at(ASKED)).contains(new Obstacle.StatusForbids(CredentialStatus.SUSPENDED));
    }

    @ParameterizedTest
    @EnumSource(
            value = CredentialStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACTIVE", "ACTIVE_RESTRICTED"})
    void everyOtherStatusForbids(CredentialStatus status) {
        var right = new RightToPractise(credential(
                Jurisdiction.NY,
                Kind.LICENSE,
                Tier.FULL,
                status.name().toLowerCase(java.util.Locale.ROOT),
                CHECK,
                null));

        assertThat(right.spans()).isEmpty();
        assertThat(right.at(ASKED)).contains(new Obstacle.StatusForbids(status));
    }

    @Test
    void delawaresTechnicianTreatsNoDiagnosedCondition() {
        var right = new RightToPractise(
                credential(Jurisdiction.DE, Kind.LICENSE, Tier.WELLNESS_ONLY, "Active", CHECK, null));
        var hour = TimeRange.startingAt(ASKED, Duration.ofHours(1));

        assertThat(right.against(new Practice(hour, Jurisdiction.DE, true), ASKED))
                .contains(new Obstacle.NotForDiagnosedConditions(Tier.WELLNESS_ONLY));
        assertThat(right.against(new Practice(hour, Jurisdiction.DE, false), ASKED))
                .isEmpty();
    }

    @Test
    void aLicenceSpeaksForItsOwnStateOnly() {
        var right = new RightToPractise(licence(Jurisdiction.TX, LocalDate.parse("2027-12-31")));

        assertThat(right.against(inNewYork(ASKED), ASKED))
                .contains(new Obstacle.OtherJurisdiction(Jurisdiction.TX, Jurisdiction.NY));
    }

    @Test
    void beforeItsFirstDayItPermitsNothing() {
        var right = new RightToPractise(licence(Jurisdiction.NY, LocalDate.parse("2027-03-31")));
        var firstInstant = Instant.parse("2024-04-01T04:00:00Z");

        assertThat(right.against(inNewYork(firstInstant.minusSeconds(1)), ASKED))
                .contains(new Obstacle.NotYetInForce(firstInstant));
        assertThat(right.against(inNewYork(firstInstant), ASKED)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void eachStateRecognisesItsOwnPapers(Jurisdiction state, Kind kind, boolean recognised) {
        var right = new RightToPractise(credential(state, kind, Tier.FULL, "Active", CHECK, null));

        assertThat(right.at(ASKED).isEmpty()).isEqualTo(recognised);
        assertThat(right.spans().isEmpty()).isNotEqualTo(recognised);
    }

    static Stream<Arguments> papers() {
        return Stream.of(
                arguments(Jurisdiction.NY, Kind.LICENSE, true),
                arguments(Jurisdiction.NY, Kind.REGISTRATION, false),
                arguments(Jurisdiction.NY, Kind.VOLUNTARY_CERTIFICATE, false),
                arguments(Jurisdiction.VT, Kind.REGISTRATION, true),
                arguments(Jurisdiction.VT, Kind.LICENSE, false),
                arguments(Jurisdiction.CA, Kind.VOLUNTARY_CERTIFICATE, true),
                arguments(Jurisdiction.CA, Kind.LICENSE, false),
                arguments(Jurisdiction.MD, Kind.REGISTRATION, true),
                arguments(Jurisdiction.KS, Kind.LICENSE, false),
                arguments(Jurisdiction.WY, Kind.REGISTRATION, false));
    }

    private static Practice inNewYork(Instant start) {
        return new Practice(TimeRange.startingAt(start, Duration.ofHours(1)), Jurisdiction.NY, false);
    }

    private static Credential licence(Jurisdiction state, LocalDate lastDay) {
        return new Credential(
                new CredentialId(new UUID(0, 1)),
                state,
                Kind.LICENSE,
                Tier.FULL,
                "12345",
                new Term(LocalDate.parse("2024-04-01"), lastDay),
                "Active",
                List.of(),
                CHECK,
                null);
    }

    private static Credential credential(
            Jurisdiction state,
            Kind kind,
            Tier tier,
            String word,
            @Nullable Verification check,
            @Nullable WrittenOk writtenOk) {
        return new Credential(
                new CredentialId(new UUID(0, 1)),
                state,
                kind,
                tier,
                "12345",
                new Term(LocalDate.parse("2024-04-01"), LocalDate.parse("2027-12-31")),
                word,
                List.of(),
                check,
                writtenOk);
    }
}
