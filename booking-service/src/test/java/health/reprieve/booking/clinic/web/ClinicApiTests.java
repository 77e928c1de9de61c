package health.reprieve.booking.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.appointment.Losses;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff say of a clinic, over HTTP. */
@BookingTest
class ClinicApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TUESDAY = """
            {"from": "2027-03-02T10:00", "until": "2027-03-02T12:00", "reason": "REPAIR"%s}""";

    @Autowired
    Caller caller;

    @Autowired
    VisitDesk visits;

    @Autowired
    Losses losses;

    @Autowired
    Scene scene;

    private Clinic clinic;
    private KnownTherapist therapist;
    private WebTestClient desk;

    @BeforeEach
    void theFrontDeskOfAClinic() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
        desk = caller.as(new Actor.FrontDesk(AccountId.random()));
    }

    @Test
    void aClosureTellsHowManyVisitsStandInIt() {
        var colleague = scene.therapist(clinic);
        var ten = Scene.TUESDAY_TEN;
        var rosa = Scene.patient();
        var first = scene.booked(rosa, clinic, therapist, ten);
        scene.booked(Scene.patient(), clinic, colleague, ten);
        // begins when the closure ends
        scene.booked(Scene.patient(), clinic, therapist, ten.plus(Duration.ofHours(2)));
        scene.booked(Scene.patient(), clinic, colleague, ten.plus(Duration.ofDays(1)));
        var elsewhere = scene.clinic(1);
        scene.booked(Scene.patient(), elsewhere, scene.therapist(elsewhere), ten);

        assertThat(visitsIn("")).isEqualTo(2);
        assertThat(visitsIn(",\"therapistId\":\"%s\"".formatted(therapist.id())))
                .isOne();
        assertThat(visitsIn(",\"roomId\":\"%s\"".formatted(first.room().id()))).isOne();
        visits.cancel(rosa, first.id(), first.version()).block();
        assertThat(visitsIn("")).isOne();
        losses.findAll().block();
        assertThat(visitsIn("")).isZero();
    }

    @Test
    void theSameUnderTheSameIdClosesOnceAndAnythingElseUnderItIsRefused() {
        var id = UUID.randomUUID();

        var closed = body(close(id, TUESDAY.formatted("")));

        assertThat(closed.path("start").stringValue()).isEqualTo("2027-03-02T15:00:00Z");
        assertThat(closed.path("end").stringValue()).isEqualTo("2027-03-02T17:00:00Z");
        assertThat(body(close(id, TUESDAY.formatted("")))).isEqualTo(closed);
        close(id, TUESDAY.formatted("").replace("REPAIR", "WEATHER"))
                .expectStatus()
                .isEqualTo(409);
        clinic = scene.clinic(1);
        close(id, TUESDAY.formatted("")).expectStatus().isEqualTo(409);
    }

    @Test
    void wholeDaysAreTheClinicsAndAnOffsetTellsApartWhatClocksShowTwice() {
        var days = body(close(
                UUID.randomUUID(), "{\"firstDay\":\"2027-03-14\",\"lastDay\":\"2027-03-14\",\"reason\":\"HOLIDAY\"}"));
        var hour = body(close(
                UUID.randomUUID(),
                "{\"from\":\"2027-11-07T01:30-05:00\",\"until\":\"2027-11-07T02:30\",\"reason\":\"MEETING\"}"));

        assertThat(days.path("start").stringValue()).isEqualTo("2027-03-14T05:00:00Z");
        assertThat(days.path("end").stringValue()).isEqualTo("2027-03-15T04:00:00Z");
        assertThat(hour.path("start").stringValue()).isEqualTo("2027-11-07T06:30:00Z");
        assertThat(hour.path("end").stringValue()).isEqualTo("2027-11-07T07:30:00Z");
    }

    @Test
    void whatClocksShowTwiceIsRefusedWithTheOffsetsToChooseFrom() {
        var problem = JSON.readTree(close(
                        UUID.randomUUID(),
                        "{\"from\":\"2027-11-07T01:30\",\"until\":\"2027-11-07T02:30\",\"reason\":\"MEETING\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(problem.path("offsets").valueStream().map(JsonNode::stringValue))
                .containsExactly("-04:00", "-05:00");
    }

    @Test
    void closuresAreListedByTimeWalkedByTheirCursorAndTakenBack() {
        var ids = new ArrayList<UUID>();
        for (int day = 5; day > 2; day--) {
            ids.addFirst(UUID.randomUUID());
            close(ids.getFirst(), TUESDAY.formatted("").replace("03-02", "03-0" + day));
        }

        var first = body(desk.get().uri(path("/closures?limit=2")).exchange());
        var second = body(desk.get()
                .uri(path("/closures?limit=2&after=" + first.path("next").stringValue()))
                .exchange());

        assertThat(idsOf(first)).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(idsOf(second)).containsExactly(ids.getLast());
        assertThat(second.path("next").isNull() || second.path("next").isMissingNode())
                .isTrue();
        for (int twice = 0; twice < 2; twice++) {
            desk.delete()
                    .uri(path("/closures/" + ids.getFirst()))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        assertThat(idsOf(body(desk.get().uri(path("/closures")).exchange())))
                .containsExactlyElementsOf(ids.subList(1, 3));
    }

    @Test
    void theManagerReplacesWhatWasReadAndNothingElse() {
        var manager = caller.as(new Actor.Manager(AccountId.random()));
        var hours = "{\"spans\":[{\"day\":\"MONDAY\",\"from\":\"08:00\",\"until\":\"00:00\"}]}";
        var policy = """
                {"starts":"PACKED","restMinutes":10,"horizonDays":10,"horizonCounts":"BUSINESS_DAYS",
                 "visitsPerDay":6,"handsOnMinutesInARun":120,"pauseMinutes":30}""";
        for (var rule : new String[][] {{"/opening-hours", hours}, {"/policy", policy}}) {
            var read = manager.get().uri(path(rule[0])).exchange();
            read.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");

            var replaced = replace(manager, rule[0], "\"1\"", rule[1]);

            replaced.expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
            assertThat(body(replaced)).isEqualTo(JSON.readTree(rule[1]));
            assertThat(body(desk.get().uri(path(rule[0])).exchange())).isEqualTo(JSON.readTree(rule[1]));
            replace(manager, rule[0], "\"1\"", rule[1]).expectStatus().isEqualTo(412);
            replace(desk, rule[0], "\"2\"", rule[1]).expectStatus().isForbidden();
        }
    }

    private static Iterable<UUID> idsOf(JsonNode page) {
        return page.path("closures")
                .valueStream()
                .map(closure -> UUID.fromString(closure.path("id").stringValue()))
                .toList();
    }

    private long visitsIn(String more) {
        return body(close(UUID.randomUUID(), TUESDAY.formatted(more)))
                .path("bookedVisits")
                .longValue();
    }

    private ResponseSpec close(UUID id, String body) {
        return desk.put()
                .uri(path("/closures/" + id))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec replace(WebTestClient by, String what, String version, String body) {
        return by.put()
                .uri(path(what))
                .header(HttpHeaders.IF_MATCH, version)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private String path(String what) {
        return "/api/v1/booking/clinics/" + clinic.id() + what;
    }

    private static JsonNode body(ResponseSpec answer) {
        return JSON.readTree(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
