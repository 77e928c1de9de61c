package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.ProblemChecks.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How visits that are moved together are told, and those that are in the way. */
@BookingTest
class MovesApiTests {

    private static final Instant TEN = Scene.TUESDAY_TEN.plus(Duration.ofDays(2));
    private static final Instant TWELVE = TEN.plus(Duration.ofHours(2));

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    private final JsonMapper json = JsonMapper.builder().build();
    private KnownTherapist dana;
    private Appointment first;
    private Appointment second;

    @BeforeEach
    void twoVisits() {
        Clinic clinic = scene.clinic(2);
        dana = scene.therapist(clinic);
        first = scene.booked(Scene.patient(), clinic, dana, TEN);
        second = scene.booked(Scene.patient(), clinic, dana, TWELVE);
    }

    @Test
    void theVisitsAreToldAsTheyAreNowInTheOrderInWhichTheyWereNamed() {
        var moved = tree(send(new Actor.Manager(AccountId.random()), "en", of(second, 1, TEN), of(first, 1, TWELVE))
                .expectStatus()
                .isOk());

        assertThat(moved.path("appointments")
                        .valueStream()
                        .map(visit -> visit.path("id").stringValue()))
                .containsExactly(second.id().toString(), first.id().toString());
        assertThat(moved.path("appointments")
                        .valueStream()
                        .map(visit -> visit.path("version").longValue()))
                .containsExactly(2L, 2L);
        assertThat(moved.path("appointments").get(0).path("start").stringValue())
                .isEqualTo(TEN.toString());
    }

    @Test
    void everyVisitInTheWayTellsItsProblemAndTheNearestTimesLeft() {
        var problem = assertProblem(
                send(Scene.DESK, "en", of(first, 3, TWELVE), of(second, 1, TEN.plus(Duration.ofHours(14)))),
                409,
                "visits-in-the-way");

        var stale = problem.path("visits").get(0);
        assertThat(stale.path("id").stringValue()).isEqualTo(first.id().toString());
        assertThat(stale.path("problem").stringValue()).isEqualTo("changed-meanwhile");
        assertThat(stale.path("version").longValue()).isEqualTo(1);
        assertThat(stale.path("nearest").size()).isZero();
        var atNight = problem.path("visits").get(1);
        assertThat(atNight.path("problem").stringValue()).isEqualTo("time-not-offered");
        assertThat(atNight.path("reason").stringValue()).isEqualTo("outside-hours");
        assertThat(atNight.path("nearest").size()).isEqualTo(3);
        assertThat(atNight.path("nearest").get(0).path("therapistId").stringValue())
                .isEqualTo(dana.id().toString());
    }

    @Test
    void theRefusalIsToldInSpanishToo() {
        var english = assertProblem(send(Scene.DESK, "en", of(first, 3, TWELVE)), 409, "visits-in-the-way");
        var spanish = assertProblem(send(Scene.DESK, "es", of(first, 3, TWELVE)), 409, "visits-in-the-way");

        assertThat(spanish.path("detail").stringValue())
                .isNotEqualTo(english.path("detail").stringValue());
    }

    private ResponseSpec send(Actor actor, String language, String... visits) {
        return caller.as(actor)
                .post()
                .uri("/api/v1/booking/moves")
                .header("Idempotency-Key", "k")
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"visits\":[%s]}".formatted(String.join(",", visits)))
                .exchange();
    }

    private static String of(Appointment visit, int version, Instant start) {
        return "{\"id\":\"%s\",\"version\":%d,\"start\":\"%s\"}".formatted(visit.id(), version, start);
    }

    private JsonNode tree(ResponseSpec answer) {
        return json.readTree(
                String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody()));
    }
}
