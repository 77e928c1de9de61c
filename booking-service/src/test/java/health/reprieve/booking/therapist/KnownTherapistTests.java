package health.reprieve.booking.therapist;

import static health.reprieve.booking.appointment.SampleVisits.HUDSON;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownTherapistTests {

    private static final Instant CHECKED = Instant.parse("2027-02-01T12:00:00Z");
    private static final Instant STALE = Instant.parse("2027-03-03T12:00:00Z");
    private static final Instant NOW = Instant.parse("2027-02-20T12:00:00Z");
    private static final TimeRange YEARS =
            new TimeRange(Instant.parse("2024-04-01T04:00:00Z"), Instant.parse("2027-04-01T04:00:00Z"));
    private static final TimeRange LATER =
            new TimeRange(Instant.parse("2027-06-01T04:00:00Z"), Instant.parse("2030-04-01T04:00:00Z"));

    @Test
    void aLicenceOfTheClinicsStatePermitsPracticeThere() {
        assertThat(atHudson(with(permit("US-NY", true, CHECKED, STALE)), NOW)).containsExactly(YEARS);
    }

    @Test
    void aLicenceOfAnotherStatePermitsNothingThere() {
        var therapist = with(permit("US-NJ", true, CHECKED, STALE));

        assertThat(atHudson(therapist, NOW)).isEmpty();
        assertThat(therapist.verifiedFor(HUDSON, NOW)).isEmpty();
    }

    @Test
    void aTierThatForbidsDiagnosedConditionsPermitsNothing() {
        assertThat(atHudson(with(permit("US-NY", false, CHECKED, STALE)), NOW)).isEmpty();
    }

    @Test
    void aCheckIsGoodUntilItsVeryEndAndNotAnInstantLonger() {
        var therapist = with(permit("US-NY", true, CHECKED, STALE));

        assertThat(atHudson(therapist, STALE.minusNanos(1))).isNotEmpty();
        assertThat(atHudson(therapist, STALE)).isEmpty();
    }

    @Test
    void aLicenceThatWasNeverCheckedPermitsNothing() {
        assertThat(atHudson(with(permit("US-NY", true, null, null)), NOW)).isEmpty();
    }

    @Test
    void whoIsRetiredMayPractiseNowhere() {
        var active = with(permit("US-NY", true, CHECKED, STALE));
        var retired = new KnownTherapist(
                active.id(), 2, active.name(), true, List.of("en"), Set.of(), active.permits(), Map.of());

        assertThat(atHudson(retired, NOW)).isEmpty();
    }

    @Test
    void whatSeveralLicencesPermitCountsTogetherAndTheLatestCheckIsTold() {
        var renewed = new PractisePermit("US-NY", true, List.of(LATER), CHECKED.plusSeconds(60), STALE);
        var therapist = with(permit("US-NY", true, CHECKED, STALE), renewed);

        assertThat(atHudson(therapist, NOW)).containsExactly(YEARS, LATER);
        assertThat(therapist.verifiedFor(HUDSON, NOW)).hasValue(CHECKED.plusSeconds(60));
    }

    /** When the therapist may treat there, as far as the right to practise goes. */
    private static List<TimeRange> atHudson(KnownTherapist therapist, Instant now) {
        return therapist.credentials().stream()
                .filter(credential -> credential.holds(HUDSON.state(), now))
                .flatMap(credential -> credential.spans().stream())
                .toList();
    }

    private static PractisePermit permit(
            String state, boolean diagnosed, @Nullable Instant checked, @Nullable Instant goodUntil) {
        return new PractisePermit(state, diagnosed, List.of(YEARS), checked, goodUntil);
    }

    private static KnownTherapist with(PractisePermit... permits) {
        return new KnownTherapist(
                TherapistId.random(), 1, "Dana Ortiz", false, List.of("en"), Set.of(), List.of(permits), Map.of());
    }
}
