package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.ProblemChecks.assertProblem;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@BookingTest
class BookingApiTests {

    private static final String API = "/api/v1/booking";
    private static final String APPOINTMENTS = API + "/appointments";
    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;
    private WebTestClient rosa;

    @BeforeEach
    void aPatientAndAClinic() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
        rosa = caller.as(patient);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void theClinicsAreListed() {
        var first = scene.firstClinic();

        var clinics =
                body(caller.as(Scene.visitor()).get().uri(API + "/clinics").exchange(), 200);

        var found = clinics.path("clinics")
                .valueStream()
                .filter(candidate ->
                        candidate.path("id").stringValue().equals(first.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(found.path("name").stringValue()).isEqualTo(first.name());
        assertThat(found.path("zone").stringValue()).isEqualTo("America/New_York");
    }

    @Test
    void whatIsOfferedCanBeHeldAndBooked() {
        var search = Map.of("clinicId", clinic.id().value(), "condition", "NECK_PAIN", "from", "2027-03-02");
        var open = body(post(API + "/openings", search).exchange(), 200);
        var first = open.path("days").get(0).path("times").get(0);

        assertThat(open.path("zone").stringValue()).isEqualTo("America/New_York");
        assertThat(open.path("days").valueStream()).hasSize(10);
        assertThat(open.path("days").get(0).path("date").stringValue()).isEqualTo("2027-03-02");
        assertThat(first.path("therapistId").stringValue())
                .isEqualTo(therapist.id().toString());
        var start = Instant.parse(first.path("start").stringValue());
        var held = hold(start);
        var visit =
                body(book(start, UUID.fromString(held.path("id").stringValue())).exchange(), 201);
        assertThat(visit.path("start").stringValue()).isEqualTo(start.toString());
    }

    @Test
    void aHoldIsFoundUntilItIsGivenBack() {
        var held = hold(TEN);

        assertThat(body(rosa.get().uri(API + "/holds/current").exchange(), 200)).isEqualTo(held);
        assertThat(held.path("expiresAt").stringValue()).isEqualTo("2027-03-01T12:10:00Z");
        rosa.delete().uri(API + "/holds/current").exchange().expectStatus().isNoContent();
        rosa.delete().uri(API + "/holds/current").exchange().expectStatus().isNoContent();
        assertProblem(rosa.get().uri(API + "/holds/current").exchange(), 404, "hold-unknown");
    }

    @Test
    void aHoldIsKeptLongerUntilThatIsUsedUpEachRefusalInItsWay() {
        assertProblem(extend(), 404, "hold-unknown");
        hold(TEN);

        var longer = body(extend(), 200);

        assertThat(longer.path("expiresAt").stringValue()).isEqualTo("2027-03-01T12:12:00Z");
        assertThat(longer.path("extensionsLeft").intValue()).isEqualTo(9);
        for (int i = 0; i < 9; i++) {
            body(extend(), 200);
        }
        assertProblem(extend(), 409, "hold-used-up");
        assertThat(body(rosa.get().uri(API + "/holds/current").exchange(), 200)
                        .path("expiresAt")
                        .stringValue())
                .isEqualTo("2027-03-01T12:30:00Z");
        clock.advance(Duration.ofMinutes(30));
        rosa = caller.as(patient);
        assertProblem(extend(), 410, "hold-expired");
    }

    @Test
    void aPatientWhoHoldsTooManyTimesIsToldHowManyMayBe() {
        for (int i = 1; i <= 3; i++) {
            var elsewhere = new Actor.Patient(patient.id(), patient.email(), BrowserId.random());
            rosa = caller.as(elsewhere);
            hold(TEN.plus(Duration.ofDays(i)));
        }
        rosa = caller.as(patient);
        var wish = Map.of(
                "clinicId",
                clinic.id().value(),
                "therapistId",
                therapist.id().value(),
                "start",
                TEN,
                "condition",
                "NECK_PAIN");

        var problem = assertProblem(post(API + "/holds", wish).exchange(), 409, "too-many-holds");

        assertThat(problem.path("most").intValue()).isEqualTo(3);
    }

    @Test
    void aBookedVisitTellsWhereItIsAndWhichVersion() {
        var answer = book(TEN, null).exchange();
        var visit = body(answer, 201);

        answer.expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"")
                .expectHeader()
                .location(APPOINTMENTS + "/" + visit.path("id").stringValue())
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
        var found = rosa.get()
                .uri(APPOINTMENTS + "/" + visit.path("id").stringValue())
                .exchange();
        assertThat(body(found, 200)).isEqualTo(visit);
        found.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
    }

    @Test
    void aRepeatedBookingIsAnsweredLikeTheFirst() {
        var first = body(
                book(TEN, null)
                        .headers(headers -> headers.set("Idempotency-Key", "again"))
                        .exchange(),
                201);
        var again = book(TEN, null)
                .headers(headers -> headers.set("Idempotency-Key", "again"))
                .exchange();

        assertThat(body(again, 201)).isEqualTo(first);
        again.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        assertProblem(
                book(NOON, null)
                        .headers(headers -> headers.set("Idempotency-Key", "again"))
                        .exchange(),
                422,
                "key-reused");
    }

    @Test
    void aLostTimeIsToldWithTheNearestOnesThatAreLeft() {
        scene.booked(Scene.patient(), clinic, therapist, TEN);

        var problem = assertProblem(book(TEN, null).exchange(), 409, "time-taken");

        assertThat(problem.path("nearest").valueStream()).hasSize(3).allSatisfy(time -> {
            assertThat(time.path("therapistId").stringValue())
                    .isEqualTo(therapist.id().toString());
            assertThat(Duration.between(TEN, Instant.parse(time.path("start").stringValue()))
                            .abs())
                    .isLessThanOrEqualTo(Duration.ofHours(2));
        });
    }

    @Test
    void anExpiredOrForeignOrDifferentHoldIsRefusedEachInItsWay() {
        var held = UUID.fromString(hold(TEN).path("id").stringValue());

        assertProblem(book(NOON, held).exchange(), 409, "hold-differs");
        assertProblem(book(NOON, UUID.randomUUID()).exchange(), 404, "hold-unknown");
    }

    @Test
    void onePersonCannotBeTreatedTwiceAtOnce() {
        scene.booked(patient, clinic, therapist, TEN);
        therapist = scene.therapist(clinic);

        assertProblem(book(TEN, null).exchange(), 409, "you-have-a-visit-then");
    }

    @Test
    void aCancellationRaisesTheVersionAndARepeatIsAnsweredAlike() {
        var visit = scene.booked(patient, clinic, therapist, TEN);

        var answer = change(visit.id().toString(), "cancellation", "\"1\"", null);
        var cancelled = body(answer, 200);

        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        assertThat(cancelled.path("status").stringValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("cancelledBy").stringValue()).isEqualTo("PATIENT");
        assertThat(body(change(visit.id().toString(), "cancellation", "\"1\"", null), 200))
                .isEqualTo(cancelled);
        assertProblem(change(visit.id().toString(), "move", "\"2\"", NOON), 409, "no-longer-booked");
    }

    @Test
    void aMoveRaisesTheVersionAndAnOldVersionIsToldTheNewOne() {
        var visit = scene.booked(patient, clinic, therapist, TEN).id().toString();

        var answer = change(visit, "move", "\"1\"", NOON);

        assertThat(body(answer, 200).path("start").stringValue()).isEqualTo(NOON.toString());
        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        var stale = assertProblem(change(visit, "cancellation", "\"1\"", null), 412, "changed-meanwhile");
        assertThat(stale.path("version").intValue()).isEqualTo(2);
    }

    @Test
    void theListIsWalkedByItsCursor() {
        for (int i = 0; i < 3; i++) {
            scene.booked(patient, clinic, therapist, TEN.plus(Duration.ofDays(i)));
        }

        var starts = new ArrayList<String>();
        var cursor = "";
        for (int page = 0; page < 3 && cursor != null; page++) {
            var list = body(rosa.get().uri(APPOINTMENTS + "?limit=2" + cursor).exchange(), 200);
            list.path("appointments")
                    .forEach(visit -> starts.add(visit.path("start").stringValue()));
            cursor = list.hasNonNull("next") ? "&after=" + list.path("next").stringValue() : null;
        }

        assertThat(cursor).isNull();
        assertThat(starts).containsExactly("2027-03-04T15:00:00Z", "2027-03-03T15:00:00Z", "2027-03-02T15:00:00Z");
    }

    @Test
    void theFrontDeskFindsAndCancelsForAPatient() {
        var visit = scene.booked(patient, clinic, therapist, TEN).id().toString();
        rosa = caller.as(new Actor.FrontDesk(AccountId.random()));

        assertThat(body(rosa.get().uri(APPOINTMENTS + "/" + visit).exchange(), 200)
                        .path("patient")
                        .path("name")
                        .stringValue())
                .isEqualTo("Rosa Delgado");
        assertThat(body(change(visit, "cancellation", "\"1\"", null), 200)
                        .path("cancelledBy")
                        .stringValue())
                .isEqualTo("CLINIC");
    }

    private ResponseSpec extend() {
        return rosa.post().uri(API + "/holds/current/extension").exchange();
    }

    private JsonNode hold(Instant start) {
        var wish = Map.of(
                "clinicId",
                clinic.id().value(),
                "therapistId",
                therapist.id().value(),
                "start",
                start,
                "condition",
                "NECK_PAIN");
        return body(post(API + "/holds", wish).exchange().expectHeader().location(API + "/holds/current"), 201);
    }

    private WebTestClient.RequestHeadersSpec<?> book(Instant start, @Nullable UUID hold) {
        var form = new HashMap<String, Object>(Map.of(
                "clinicId",
                clinic.id().value(),
                "therapistId",
                therapist.id().value(),
                "start",
                start,
                "condition",
                "NECK_PAIN",
                "name",
                "Rosa Delgado",
                "language",
                "es"));
        if (hold != null) {
            form.put("holdId", hold);
        }
        return post(APPOINTMENTS, form)
                .headers(headers ->
                        headers.set("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private WebTestClient.RequestHeadersSpec<?> post(String path, Object body) {
        return rosa.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    private ResponseSpec change(String visit, String what, String version, @Nullable Instant start) {
        var request = rosa.post().uri(APPOINTMENTS + "/" + visit + "/" + what).header(HttpHeaders.IF_MATCH, version);
        return start == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("start", start))
                        .exchange();
    }

    private static JsonNode body(ResponseSpec answer, int status) {
        return requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}
