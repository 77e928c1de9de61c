package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.ProblemChecks.assertProblem;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What patients and staff are told of a visit's life, and what patients are not. */
@BookingTest
class VisitLifeApiTests {

    private static final String APPOINTMENTS = "/api/v1/booking/appointments/";
    private static final Instant THURSDAY = Scene.TUESDAY_TEN.plus(Duration.ofDays(2));

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;
    private Appointment visit;

    @BeforeEach
    void aVisitOnThursday() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
        visit = scene.booked(patient, clinic, therapist, THURSDAY);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void thatAVisitNeedsReassignmentIsToldToStaffAndNotToItsPatient() {
        scene.lose(therapist);

        var forStaff = body(get(Scene.DESK, ""), 200);
        var forThePatient = body(get(patient, ""), 200);

        assertThat(forStaff.path("status").stringValue()).isEqualTo("NEEDS_REASSIGNMENT");
        assertThat(forStaff.path("loss").stringValue()).isEqualTo("THERAPIST");
        assertThat(forThePatient.path("status").stringValue()).isEqualTo("BOOKED");
        assertThat(forThePatient.has("loss")).isFalse();
        assertThat(steps(patient)).containsExactly("BOOK");
        assertThat(steps(Scene.DESK)).containsExactly("BOOK", "LOSE_SPACE");
    }

    @Test
    void aPatientWhoMovesAVisitThatNeedsReassignmentIsNotToldThatItDoes() {
        scene.lose(therapist);
        var later = "{\"start\":\"%s\"}".formatted(THURSDAY.plus(Duration.ofDays(1)));

        var forThePatient = assertProblem(post(patient, "move", 2, later), 409, "not-possible-now");
        var forStaff = assertProblem(post(Scene.DESK, "move", 2, later), 409, "not-possible-now");

        assertThat(forThePatient.path("stage").stringValue()).isEqualTo("BOOKED");
        assertThat(forStaff.path("stage").stringValue()).isEqualTo("NEEDS_REASSIGNMENT");
    }

    @Test
    void aPatientReadsTheHistoryWithoutStaffsNotesAndNames() {
        post(Scene.DESK, "cancellation", 1, "{\"reason\":\"CLINIC\",\"note\":\"no heating\"}")
                .expectStatus()
                .isOk();

        var forStaff = body(get(Scene.DESK, "/history"), 200).path("changes").get(1);
        var forThePatient = body(get(patient, "/history"), 200).path("changes");

        assertThat(forStaff.path("note").stringValue()).isEqualTo("no heating");
        assertThat(forStaff.path("byId").stringValue())
                .isEqualTo(Scene.DESK.account().toString());
        assertThat(forThePatient.get(0).path("byId").stringValue())
                .isEqualTo(patient.id().toString());
        assertThat(forThePatient.get(1).path("code").stringValue()).isEqualTo("CLINIC");
        assertThat(forThePatient.get(1).has("note")).isFalse();
        assertThat(forThePatient.get(1).has("byId")).isFalse();
        assertThat(forThePatient.get(1).has("roomId")).isFalse();
    }

    @Test
    void whoeverIsTooLateIsToldWhomToCallAndAFlareIsStillPossible() {
        clock.set(THURSDAY.minus(Duration.ofHours(3)));

        var late = assertProblem(post(patient, "cancellation", 1, "{}"), 409, "too-late-to-cancel");
        assertThat(late.path("phone").stringValue()).isEqualTo(clinic.phone());
        assertThat(late.path("windowMinutes").intValue()).isEqualTo(1440);
        assertProblem(
                post(patient, "move", 1, "{\"start\":\"%s\"}".formatted(THURSDAY.plus(Duration.ofDays(1)))),
                409,
                "too-late-to-move");
        assertProblem(post(Scene.DESK, "cancellation", 1, "{}"), 422, "reason-needed");
        var cancelled = body(post(patient, "cancellation", 1, "{\"reason\":\"FLARE\"}"), 200);

        assertThat(cancelled.path("cancelReason").stringValue()).isEqualTo("FLARE");
        assertThat(cancelled.path("cancelledLate").booleanValue()).isFalse();
    }

    @Test
    void ofTwoApprovalsTheSecondIsTooLate() {
        visit = scene.requested(patient, clinic, therapist, THURSDAY.plus(Duration.ofHours(3)));

        post(Scene.DESK, "approval", 1, null)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"");

        var second = assertProblem(post(Scene.DESK, "approval", 1, null), 409, "not-possible-now");
        assertThat(second.path("stage").stringValue()).isEqualTo("BOOKED");
    }

    private List<String> steps(Actor reader) {
        return body(get(reader, "/history"), 200)
                .path("changes")
                .valueStream()
                .map(change -> change.path("step").stringValue())
                .toList();
    }

    private ResponseSpec get(Actor actor, String what) {
        return caller.as(actor).get().uri(APPOINTMENTS + visit.id() + what).exchange();
    }

    private ResponseSpec post(Actor actor, String what, long version, @Nullable String json) {
        var request = caller.as(actor)
                .post()
                .uri(APPOINTMENTS + visit.id() + "/" + what)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"");
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
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
