package health.reprieve.therapist.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.SomeTherapist;
import health.reprieve.therapist.TestHouse;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ServiceTest
class TherapistApiTests {

    private static final String BASE = "/api/v1/therapist/therapists";
    private static final String WHY = "{\"reason\": \"The board says so.\"}";

    private final ApplicationContext service;
    private final Roster roster;
    private final Therapist therapist = SomeTherapist.newcomer();

    TherapistApiTests(@Autowired ApplicationContext service, @Autowired Roster roster) {
        this.service = service;
        this.roster = roster;
        roster.takeOn(SomeTherapist.MANAGER, therapist).block();
    }

    @Test
    void aManagerReadsATherapistWithTheirVersion() {
        get(SomeTherapist.MANAGER, BASE + "/" + therapist.id())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Dana Ortiz")
                .jsonPath("$.credentials[0].jurisdiction")
                .isEqualTo("US-NY")
                .jsonPath("$.credentials[0].mayPractise[0].end")
                .isEqualTo("2027-04-01T04:00:00Z")
                .jsonPath("$.credentials[0].obstacle")
                .doesNotExist();
    }

    @Test
    void aTherapistReadsThemselfAndNobodyElse() {
        var self = new Actor.Therapist(therapist.id());
        var other = new Actor.Therapist(TherapistId.random());

        get(self, BASE + "/" + therapist.id()).expectStatus().isOk();
        get(other, BASE + "/" + therapist.id()).expectStatus().isNotFound();
    }

    @Test
    void aForeignTherapistAndAMissingOneAreTheSameAnswer() {
        var self = new Actor.Therapist(TherapistId.random());

        assertThat(bodyOf(get(self, BASE + "/" + therapist.id())))
                .isEqualTo(bodyOf(get(self, BASE + "/" + UUID.randomUUID())));
    }

    @Test
    void aPageSaysWhereTheNextOneBegins() {
        var next = new String[1];
        get(SomeTherapist.MANAGER, BASE + "?limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.therapists.length()")
                .isEqualTo(1)
                .jsonPath("$.next")
                .value(String.class, value -> next[0] = value);
        roster.takeOn(SomeTherapist.MANAGER, SomeTherapist.newcomer()).block();

        get(SomeTherapist.MANAGER, BASE + "?limit=100&after=" + next[0])
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.therapists[?(@.id == '" + next[0] + "')]")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "limit=many", "limit=99999999999", "after=me"})
    void aPageThatCannotBeIsRefused(String query) {
        get(SomeTherapist.MANAGER, BASE + "?" + query)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aSuspensionRaisesTheVersionAndAReinstatementLiftsIt() {
        post("suspension", "\"1\"", WHY)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.credentials[0].status")
                .isEqualTo("SUSPENDED")
                .jsonPath("$.credentials[0].mayPractise")
                .isEmpty()
                .jsonPath("$.credentials[0].obstacle")
                .isEqualTo("status-forbids");
        post("reinstatement", "\"2\"", WHY)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.credentials[0].status")
                .isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"7\"'    | 412 | therapist-changed",
                "'\"0\"'    | 412 | therapist-changed",
                "'W/\"1\"'  | 412 | therapist-changed",
                "'\"abc\"'  | 412 | therapist-changed",
                "'\"\"'     | 412 | therapist-changed",
                "'1'        | 400 | bad-value",
                "'*'        | 400 | bad-value",
                "'\"1\", \"2\"' | 400 | bad-value",
                "           | 428 | version-missing"
            })
    void aChangeMustNameTheOneVersionItIsBasedOn(@Nullable String ifMatch, int status, String type) {
        post("suspension", ifMatch, WHY)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:reprieve:problem:" + type);
        assertNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"reason\"",
                "{",
                "{}",
                "{\"reason\": null}",
                "{\"reason\": \"\"}",
                "{\"reason\": \" \\t \"}",
                "{\"reason\": \"bell \\u0007\"}",
                "{\"reason\": \"nothing \\u0000\"}",
                "{\"reason\": {\"a\": 1}}",
                "{\"reason\": \"fine\", \"until\": \"tomorrow\"}"
            })
    void aBodyThatMakesNoSenseIsRefused(String body) {
        post("suspension", "\"1\"", body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertNothingChanged();
    }

    @Test
    void aReasonThatIsTooLongIsNamed() {
        post("suspension", "\"1\"", "{\"reason\": \"" + "x".repeat(501) + "\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
        assertNothingChanged();
    }

    @Test
    void aBodyOfFiveMegabytesIsTooLarge() {
        post("suspension", "\"1\"", "{\"reason\": \"" + "x".repeat(5_000_000) + "\"}")
                .expectStatus()
                .isEqualTo(413);
        assertNothingChanged();
    }

    @Test
    void anotherKindOfBodyIsNotRead() {
        TestHouse.program(SomeTherapist.MANAGER, service)
                .post()
                .uri(path("suspension"))
                .header("If-Match", "\"1\"")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("because")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        assertNothingChanged();
    }

    @Test
    void anotherMethodIsNotAllowed() {
        TestHouse.program(SomeTherapist.MANAGER, service)
                .delete()
                .uri(path("suspension"))
                .exchange()
                .expectStatus()
                .isEqualTo(405);
    }

    @Test
    void whatMakesNoSenseAsItStandsIsAConflict() {
        post("reinstatement", "\"1\"", WHY)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:reprieve:problem:licence-not-suspended");
        post("suspension", "\"1\"", WHY).expectStatus().isOk();
        post("suspension", "\"2\"", WHY)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:reprieve:problem:licence-suspended");
    }

    @Test
    void anUnknownCredentialIsNotFound() {
        TestHouse.program(SomeTherapist.MANAGER, service)
                .post()
                .uri(BASE + "/" + therapist.id() + "/credentials/" + UUID.randomUUID() + "/suspension")
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(WHY)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private void assertNothingChanged() {
        assertThat(Objects.requireNonNull(
                        roster.get(SomeTherapist.MANAGER, therapist.id()).block()))
                .isEqualTo(therapist);
    }

    private ResponseSpec get(Actor actor, String uri) {
        return TestHouse.as(actor, service).get().uri(uri).exchange();
    }

    private static String bodyOf(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    private String path(String what) {
        return BASE + "/" + therapist.id() + "/credentials/" + SomeTherapist.licenceOf(therapist) + "/" + what;
    }

    private ResponseSpec post(String what, @Nullable String ifMatch, String body) {
        return TestHouse.program(SomeTherapist.MANAGER, service)
                .post()
                .uri(path(what))
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.set("If-Match", ifMatch);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
