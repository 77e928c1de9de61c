package health.reprieve.booking.therapist.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.Approved;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.MalformedEvent;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TherapistStatesTests {

    private static final ClinicId HUDSON = ClinicId.of("a1a1a1a1-0000-4000-8000-000000000001");
    private static final Instant CHECKED = Instant.parse("2027-02-01T12:00:00Z");

    private final Approved approved = new Approved("therapist-state.changed.v1");

    @Test
    void theApprovedExampleIsAsItsSchemaSays() {
        assertThat(approved.violations(approved.event().data())).isEmpty();
    }

    @Test
    void theApprovedExampleIsUnderstood() {
        var spring2024to2027 =
                new TimeRange(Instant.parse("2024-04-01T04:00:00Z"), Instant.parse("2027-04-01T04:00:00Z"));
        var mondays = List.of(hours(9, 12), hours(13, 17));

        assertThat(TherapistStates.read(approved.event()))
                .isEqualTo(new KnownTherapist(
                        TherapistId.of("7c2f1b9e-7a55-4a1c-9a44-1a2b3c4d5e21"),
                        4,
                        "Dana Ortiz",
                        false,
                        List.of("en", "es"),
                        Set.of(Technique.SWED, Technique.NMT, Technique.MFR),
                        List.of(new PractisePermit(
                                "US-NY",
                                true,
                                List.of(spring2024to2027),
                                CHECKED,
                                Instant.parse("2027-03-03T12:00:00Z"))),
                        Map.of(
                                HUDSON,
                                new WorkingHours(
                                        Map.of(DayOfWeek.MONDAY, mondays),
                                        Map.of(LocalDate.of(2027, 3, 8), List.of())))));
    }

    @Test
    void whatIsNewToUsIsPassedOver() {
        var known = read(therapist -> {
            therapist.put("pronouns", "she");
            ((ArrayNode) therapist.get("techniques")).add("CUPPING");
            ((ObjectNode) therapist.at("/credentials/0")).put("note", "renewed early");
        });

        assertThat(known).isEqualTo(TherapistStates.read(approved.event()));
    }

    @Test
    void aCredentialThatWasNeverCheckedIsHeardOfAsSuch() {
        var known = read(therapist -> {
            ((ObjectNode) therapist.at("/credentials/0")).remove("verifiedAt");
            ((ObjectNode) therapist.at("/credentials/0")).remove("verificationGoodUntil");
        });

        assertThat(known.permits()).singleElement().satisfies(permit -> {
            assertThat(permit.verifiedAt()).isNull();
            assertThat(permit.goodUntil()).isNull();
        });
    }

    @Test
    void anotherClinicsExceptionIsNotThisOnes() {
        var known = read(therapist ->
                ((ObjectNode) therapist.at("/exceptions/0")).put("clinicId", "a1a1a1a1-0000-4000-8000-000000000002"));

        assertThat(known.hours().get(HUDSON))
                .isNotNull()
                .extracting(WorkingHours::exceptions)
                .isEqualTo(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "version",
                "name",
                "retired",
                "languages",
                "techniques",
                "credentials",
                "places",
                "exceptions"
            })
    void aStateThatLacksWhatWeNeedIsRefused(String missing) {
        refused(therapist -> therapist.remove(missing));
        refused(therapist -> therapist.putNull(missing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jurisdiction", "treatsDiagnosedConditions", "mayPractise"})
    void aCredentialThatLacksWhatWeNeedIsRefused(String missing) {
        refused(therapist -> ((ObjectNode) therapist.at("/credentials/0")).remove(missing));
    }

    @Test
    void aPlaceOrADateThatIsNotNamedIsRefused() {
        refused(therapist -> ((ObjectNode) therapist.at("/places/0")).remove("clinicId"));
        refused(therapist -> ((ObjectNode) therapist.at("/places/0/weeklyHours/0")).remove("day"));
        refused(therapist -> ((ObjectNode) therapist.at("/places/0/weeklyHours/0")).remove("from"));
        refused(therapist -> ((ObjectNode) therapist.at("/exceptions/0")).remove("clinicId"));
        refused(therapist -> ((ObjectNode) therapist.at("/exceptions/0")).remove("date"));
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsRefused() {
        refused(therapist ->
                ((ObjectNode) therapist.at("/credentials/0/mayPractise/0")).put("until", "2024-04-01T04:00:00Z"));
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreRefused() {
        refused(therapist -> ((ObjectNode) therapist.at("/places/0/weeklyHours/0")).put("until", "08:00"));
    }

    @Test
    void onePlaceToldTwiceIsRefused() {
        refused(therapist -> ((ArrayNode) therapist.get("places"))
                .add(therapist.at("/places/0").deepCopy()));
    }

    @Test
    void oneDateToldTwiceIsRefused() {
        refused(therapist -> ((ArrayNode) therapist.get("exceptions"))
                .add(therapist.at("/exceptions/0").deepCopy()));
    }

    private void refused(Consumer<ObjectNode> change) {
        assertThatThrownBy(() -> read(change))
                .isInstanceOf(MalformedEvent.class)
                .hasNoCause()
                .hasMessage("not a therapist's state");
    }

    private KnownTherapist read(Consumer<ObjectNode> change) {
        var event = approved.event();
        change.accept((ObjectNode) event.data().get("therapist"));
        return TherapistStates.read(CloudEvent.parse(event.toJson()));
    }

    private static Hours hours(int from, int until) {
        return new Hours(LocalTime.of(from, 0), LocalTime.of(until, 0));
    }
}
