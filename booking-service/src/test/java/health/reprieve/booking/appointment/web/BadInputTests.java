package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.ProblemChecks.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@BookingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    private Situation visit;
    private Situation course;

    /** One for all cases: what is refused leaves it as it is for the next one. */
    @BeforeAll
    void aVisitAndACourseThatMustStayAsTheyAre() {
        visit = somebodyWithAVisit();
        course = somebodyWithACourse();
    }

    private Situation somebodyWithAVisit() {
        var patient = Scene.patient();
        var clinic = scene.clinic(2);
        var therapist = scene.therapist(clinic);
        var booked = scene.booked(patient, clinic, therapist, Scene.TUESDAY_TEN);
        return new Situation(
                patient,
                Map.of(
                        "{clinic}", clinic.id().toString(),
                        "{therapist}", therapist.id().toString(),
                        "{visit}", booked.id().toString(),
                        "{room}", clinic.rooms().getFirst().id().toString(),
                        "{patient}", patient.id().toString(),
                        "{nobody}", UUID.randomUUID().toString()));
    }

    /** Neck pain, from Friday on, of which the first visit is booked. */
    private Situation somebodyWithACourse() {
        var situation = somebodyWithAVisit();
        var first = JsonBody.CHOSEN.with("start", "\"2027-03-05T15:00:00Z\"");
        var begun = JsonBody.COURSE.with("visits", "[" + first.json() + "]").with("firstDay", "\"2027-03-05\"");
        var beginning = BadInput.post("", BadInputs.API + "/courses", begun.json(), 0, "");
        var location = send(beginning.with("Idempotency-Key", "first"), situation)
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        return situation.and("{course}", String.valueOf(location).replaceAll(".*/", ""));
    }

    @ParameterizedTest
    @MethodSource("health.reprieve.booking.appointment.web.BadInputs#all")
    void whatSaysTooLittleOrTheWrongThingIsRefusedAndChangesNothing(BadInput bad) {
        var before = scene.everything();

        assertProblem(send(bad), bad.status(), bad.type());

        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void aBodyOfFiveMegabytesIsRefused() {
        var much =
                JsonBody.BOOKING.with("vip", '"' + "x".repeat(5_000_000) + '"').json();

        assertProblem(
                send(BadInput.post("five megabytes", BadInputs.APPOINTMENTS, much, 413, "")
                        .with("Idempotency-Key", "k")),
                413,
                "content-too-large");
    }

    @Test
    void aWrongMethodIsToldWhichOnesAreRight() {
        send(new BadInput("", HttpMethod.PUT, BadInputs.APPOINTMENTS, Map.of(), "{}", 405, ""))
                .expectHeader()
                .values(
                        HttpHeaders.ALLOW,
                        allowed -> assertThat(String.join(",", allowed).split(",\\s*"))
                                .containsExactlyInAnyOrder("GET", "POST"));
    }

    @Test
    void whatIsMissingIsNamedFieldByField() {
        var problem = assertProblem(send(BadInput.post("", BadInputs.HOLDS, "{}", 400, "")), 400, "invalid-input");

        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").stringValue()))
                .containsExactlyInAnyOrder("clinicId", "start", "condition");
    }

    @Test
    void aRefusalIsToldInTheReadersLanguage() {
        var spanish =
                BadInput.get("", BadInputs.APPOINTMENTS + "/{nobody}", 404, "").with(HttpHeaders.ACCEPT_LANGUAGE, "es");

        assertThat(assertProblem(send(spanish), 404, "not-found").path("title").stringValue())
                .isNotEqualTo(assertProblem(
                                send(BadInput.get("", BadInputs.APPOINTMENTS + "/{nobody}", 404, "")), 404, "not-found")
                        .path("title")
                        .stringValue());
    }

    @Test
    void withoutATokenOfTheHouseNobodyIsAnswered() {
        assertProblem(caller.nobody().get().uri(BadInputs.APPOINTMENTS).exchange(), 401, "sign-in-required");
        assertProblem(
                caller.nobody()
                        .get()
                        .uri(BadInputs.APPOINTMENTS)
                        .headers(headers -> headers.setBearerAuth("made.up.token"))
                        .exchange(),
                401,
                "sign-in-required");
    }

    private ResponseSpec send(BadInput bad) {
        return send(bad, bad.path().startsWith(CourseBadInputs.COURSE) ? course : visit);
    }

    private ResponseSpec send(BadInput bad, Situation situation) {
        var sender = bad.path().startsWith(ClinicBadInputs.CLINICS)
                ? new Actor.Manager(AccountId.random())
                : bad.isForStaff() ? Scene.DESK : situation.patient();
        var request = caller.as(sender).method(bad.method()).uri(situation.named(bad.path()));
        if (bad.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(situation.named(bad.body()));
        }
        request.headers(headers -> bad.headers().forEach(headers::set));
        return request.exchange();
    }

    /**
     * Somebody, and what a case may name.
     *
     * @param names what stands in a case, and what it is here
     */
    private record Situation(Actor.Patient patient, Map<String, String> names) {

        Situation and(String name, String meaning) {
            var more = new HashMap<>(names);
            more.put(name, meaning);
            return new Situation(patient, more);
        }

        String named(String text) {
            var result = text;
            for (var name : names.entrySet()) {
                result = result.replace(name.getKey(), name.getValue());
            }
            return result;
        }
    }
}
