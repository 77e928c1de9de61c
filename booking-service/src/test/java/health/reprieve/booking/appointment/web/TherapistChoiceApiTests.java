package health.reprieve.booking.appointment.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

@BookingTest
class TherapistChoiceApiTests {

    private static final JsonBody BOOKING = JsonBody.BOOKING.without("therapistId");
    private static final JsonBody HOLD = JsonBody.HOLD.without("therapistId");

    @Autowired
    Scene scene;

    @Autowired
    Caller caller;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist busy;
    private KnownTherapist free;

    @BeforeEach
    void aClinicWhereOneOfTwoIsFree() {
        clinic = scene.clinic(3);
        busy = scene.therapist(clinic);
        free = scene.therapist(clinic);
        scene.booked(Scene.patient(), clinic, busy, Scene.TUESDAY_TEN.plus(Duration.ofMinutes(90)));
    }

    @Test
    void aBookingThatNamesNobodyIsAnsweredWithWhoWasChosen() {
        var visit = send("/appointments", BOOKING);

        assertThat(visit.path("therapist").path("id").stringValue())
                .isEqualTo(free.id().toString());
        assertThat(send("/appointments", BOOKING)).isEqualTo(visit);
    }

    @Test
    void aHoldThatNamesTwoIsAnsweredWithWhoWasChosenAndBookedWithThatOne() {
        var both = "[\"%s\",\"%s\"]".formatted(busy.id(), free.id());
        var hold = send("/holds", HOLD.with("therapistIds", both));

        var visit = send(
                "/appointments",
                BOOKING.with("therapistIds", both)
                        .with("holdId", '"' + hold.path("id").stringValue() + '"'));

        assertThat(hold.path("therapistId").stringValue())
                .isEqualTo(visit.path("therapist").path("id").stringValue())
                .isEqualTo(free.id().toString());
    }

    private JsonNode send(String path, JsonBody body) {
        return requireNonNull(caller.as(rosa)
                .post()
                .uri(BadInputs.API + path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "k")
                .bodyValue(body.json().replace("{clinic}", clinic.id().toString()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}
