package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.ProblemChecks.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.BookingTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A time that is held by the API: found, kept longer, given back, booked. */
@BookingTest
class HoldApiTests extends BookingApiScene {

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

        var problem = assertProblem(ask(TEN).exchange(), 409, "too-many-holds");

        assertThat(problem.path("most").intValue()).isEqualTo(3);
    }

    @Test
    void anExpiredOrForeignOrDifferentHoldIsRefusedEachInItsWay() {
        var held = UUID.fromString(hold(TEN).path("id").stringValue());

        assertProblem(book(NOON, held).exchange(), 409, "hold-differs");
        assertProblem(book(NOON, UUID.randomUUID()).exchange(), 404, "hold-unknown");
    }

    private ResponseSpec extend() {
        return rosa.post().uri(API + "/holds/current/extension").exchange();
    }

    private JsonNode hold(Instant start) {
        return body(ask(start).exchange().expectHeader().location(API + "/holds/current"), 201);
    }

    private WebTestClient.RequestHeadersSpec<?> ask(Instant start) {
        return post(API + "/holds", wish(start));
    }
}
