package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.ProblemChecks.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@BookingTest
class BookingApiTests extends BookingApiScene {

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

    private ResponseSpec change(String visit, String what, String version, @Nullable Instant start) {
        var request = rosa.post().uri(APPOINTMENTS + "/" + visit + "/" + what).header(HttpHeaders.IF_MATCH, version);
        return start == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("start", start))
                        .exchange();
    }
}
