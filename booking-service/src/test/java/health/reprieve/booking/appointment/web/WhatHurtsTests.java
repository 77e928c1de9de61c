package health.reprieve.booking.appointment.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.appointment.AppointmentId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who reads what hurts; see decision 0011. */
@BookingTest
class WhatHurtsTests {

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Test
    void onlyPatientAndFrontDeskReadWhatHurts() {
        var patient = Scene.patient();
        var clinic = scene.clinic(1);
        var visit = scene.booked(patient, clinic, scene.therapist(clinic), Scene.TUESDAY_TEN);

        assertThat(read(patient, visit.id()).path("condition").stringValue()).isEqualTo("NECK_PAIN");
        assertThat(read(new Actor.FrontDesk(AccountId.random()), visit.id())
                        .path("condition")
                        .stringValue())
                .isEqualTo("NECK_PAIN");
        assertThat(read(new Actor.Manager(AccountId.random()), visit.id()).has("condition"))
                .isFalse();
    }

    private JsonNode read(Actor actor, AppointmentId id) {
        var body = caller.as(actor)
                .get()
                .uri("/api/v1/booking/appointments/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }
}
