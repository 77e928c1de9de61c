package health.reprieve.booking.waitlist.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.clinic.Clinic;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BookingTest
class WaitlistApiTests {

    private static final String WAITING = "/api/v1/booking/waiting-list";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Caller caller;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;

    @BeforeEach
    void aClinicWithOneTime() {
        clock.set(Instant.parse("2027-03-01T15:00:00Z"));
        clinic = scene.clinic(1);
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whoJoinsIsAskedAndBooksWithOneAnswer() {
        var joined = join(patient, "k", "");
        assertThat(joined.path("state").stringValue()).isEqualTo("WAITING");
        assertThat(joined.path("days")).hasSize(7);
        assertThat(joined.path("length").intValue()).isEqualTo(60);
        assertThat(join(patient, "k", "")).isEqualTo(joined);
        line.look();

        var offer = get(patient, WAITING).path("waiting").path(0).path("offer");
        assertThat(offer.path("start").stringValue()).isEqualTo("2027-03-02T15:00:00Z");
        assertThat(offer.path("expiresAt").stringValue()).isEqualTo("2027-03-01T17:00:00Z");
        var accepted = answered(patient, offer, "acceptance", 200);

        assertThat(accepted.path("outcome").stringValue()).isEqualTo("ACCEPTED");
        assertThat(answered(patient, offer, "acceptance", 200)).isEqualTo(accepted);
        var wish = get(patient, WAITING + "/" + joined.path("id").stringValue());
        assertThat(wish.path("state").stringValue()).isEqualTo("BOOKED");
        assertThat(wish.path("appointmentId")).isEqualTo(accepted.path("appointmentId"));
        get(
                patient,
                "/api/v1/booking/appointments/" + accepted.path("appointmentId").stringValue());
    }

    @Test
    void everyAnswerThatComesTooLateOrTwiceIsRefusedInItsOwnWords() {
        join(patient, "k", "");
        line.look();
        var offer = get(patient, WAITING).path("waiting").path(0).path("offer");

        clock.set(Instant.parse("2027-03-01T17:00:00Z"));
        assertThat(get(patient, WAITING + "/offers/" + offer.path("id").stringValue())
                        .path("outcome")
                        .stringValue())
                .isEqualTo("EXPIRED");
        assertThat(typeOf(answered(patient, offer, "acceptance", 410))).isEqualTo("offer-expired");
        line.look();
        assertThat(typeOf(answered(patient, offer, "refusal", 410))).isEqualTo("offer-expired");
    }

    @Test
    void theDeskSeesTheLineAndWhyAndAManagerDoesNotSeeWhatHurts() {
        var next = Scene.patient();
        join(patient, "k", "");
        clock.advance(Duration.ofSeconds(1));
        join(next, "k", "");
        var path = "/api/v1/booking/clinics/" + clinic.id() + "/waiting-list";

        var first = get(Scene.DESK, path + "?limit=1");
        var second =
                get(Scene.DESK, path + "?limit=1&after=" + first.path("next").stringValue());

        assertThat(first.path("places").path(0).path("place").intValue()).isOne();
        assertThat(first.path("places").path(0).path("patientName").stringValue())
                .isEqualTo("Rosa");
        assertThat(first.path("places").path(0).path("visitsBelowDose").intValue())
                .isZero();
        assertThat(first.at("/places/0/waiting/condition").stringValue()).isEqualTo("NECK_PAIN");
        assertThat(second.path("places").path(0).path("place").intValue()).isEqualTo(2);
        assertThat(second.at("/places/0/waiting/patientId").stringValue())
                .isEqualTo(next.id().toString());
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(get(new Actor.Manager(AccountId.random()), path)
                        .at("/places/0/waiting")
                        .has("condition"))
                .isFalse();
    }

    @Test
    void theDeskSeesEveryOfferAndTakesAWishOffTheList() {
        var id = join(patient, "k", "").path("id").stringValue();
        line.look();

        caller.as(Scene.DESK)
                .delete()
                .uri(WAITING + "/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();

        var offers = get(Scene.DESK, WAITING + "/" + id + "/offers").path("offers");
        assertThat(offers).hasSize(1);
        assertThat(offers.path(0).path("outcome").stringValue()).isEqualTo("WITHDRAWN");
        assertThat(get(Scene.DESK, WAITING + "/" + id).path("state").stringValue())
                .isEqualTo("LEFT");
    }

    @Test
    void daysAndPartsOfDaysAreKeptAsTheyWereWished() {
        var joined = join(
                patient,
                "k",
                ",\"days\":[\"TUESDAY\",\"MONDAY\",\"TUESDAY\"],\"partsOfDay\":[\"EVENING\"],\"length\":90");

        assertThat(StreamSupport.stream(joined.path("days").spliterator(), false)
                        .map(JsonNode::stringValue))
                .containsExactly("MONDAY", "TUESDAY");
        assertThat(joined.path("partsOfDay")).hasSize(1);
        assertThat(joined.path("length").intValue()).isEqualTo(90);
        line.look();
        assertThat(line.open(patient)).isEmpty();
    }

    @Test
    void whoWaitsForThreeThingsIsRefusedAFourth() {
        for (int i = 0; i < 3; i++) {
            join(patient, "k" + i, "");
        }

        var refusal = body(joining(patient, UUID.randomUUID().toString(), ""), 409);

        assertThat(typeOf(refusal)).isEqualTo("too-many-wishes");
        assertThat(refusal.path("most").intValue()).isEqualTo(3);
    }

    private JsonNode join(Actor.Patient who, String key, String more) {
        return body(joining(who, key, more), 201);
    }

    private ResponseSpec joining(Actor.Patient who, String key, String more) {
        var form = """
                {"clinicId":"%s","condition":"NECK_PAIN","firstDay":"2027-03-02","lastDay":"2027-03-02","name":"Rosa",
                 "language":"es"%s}
                """.formatted(clinic.id(), more);
        return caller.as(who)
                .post()
                .uri(WAITING)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(form)
                .exchange();
    }

    private JsonNode answered(Actor.Patient who, JsonNode offer, String answer, int status) {
        return body(
                caller.as(who)
                        .post()
                        .uri(WAITING + "/offers/" + offer.path("id").stringValue() + "/" + answer)
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                        .exchange(),
                status);
    }

    private JsonNode get(Actor who, String path) {
        return body(caller.as(who).get().uri(path).exchange(), 200);
    }

    private static JsonNode body(ResponseSpec answer, int status) {
        return JSON.readTree(requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    private static String typeOf(JsonNode problem) {
        return problem.path("type").stringValue().substring("urn:reprieve:problem:".length());
    }
}
