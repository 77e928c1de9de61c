package health.reprieve.booking.appointment.web;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A patient who books by the API at a clinic with one therapist. */
abstract class BookingApiScene {

    static final String API = "/api/v1/booking";

    static final String APPOINTMENTS = API + "/appointments";

    static final Instant TEN = Scene.TUESDAY_TEN;

    static final Instant NOON = TEN.plus(Duration.ofHours(2));

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    final Actor.Patient patient = Scene.patient();

    Clinic clinic;

    KnownTherapist therapist;

    WebTestClient rosa;

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

    WebTestClient.RequestHeadersSpec<?> book(Instant start, @Nullable UUID hold) {
        var form = wish(start);
        form.put("name", "Rosa Delgado");
        form.put("language", "es");
        if (hold != null) {
            form.put("holdId", hold);
        }
        return post(APPOINTMENTS, form)
                .headers(headers ->
                        headers.set("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Map<String, Object> wish(Instant start) {
        return new HashMap<>(Map.of(
                "clinicId",
                clinic.id().value(),
                "therapistId",
                therapist.id().value(),
                "start",
                start,
                "condition",
                "NECK_PAIN"));
    }

    WebTestClient.RequestHeadersSpec<?> post(String path, Object body) {
        return rosa.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    static JsonNode body(ResponseSpec answer, int status) {
        return requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}
