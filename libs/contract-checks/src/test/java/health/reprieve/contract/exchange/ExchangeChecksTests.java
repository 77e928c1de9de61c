package health.reprieve.contract.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.contract.ContractFiles;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges with booking as its document promises them, each with one thing wrong. */
class ExchangeChecksTests {

    private static final ApiPromise PROMISE = ApiPromise.ofService("booking");
    private static final String ID = "0b6f2a52-6a0e-4a53-9a8f-2d0c9f6f1a01";
    private static final String MOVE = "{\"start\": \"2027-03-02T10:00:00-05:00\"}";
    private static final String VISIT = """
            {"id": "%1$s", "version": 2, "status": "BOOKED", "start": "2027-03-02T15:00:00Z", "end": "2027-03-02T16:00:00Z",
             "zone": "America/New_York", "clinic": {"id": "%1$s", "name": "Hudson"}, "therapist": {"id": "%1$s", "name": "Dana"},
             "patient": {"id": "%1$s", "name": "Rosa"}, "treatment": {"id": "%1$s", "name": "Therapeutic massage"}}""".formatted(ID);
    private static final String TAKEN = """
            {"type": "urn:reprieve:problem:time-taken", "title": "Taken", "status": 409, "detail": "Choose another.", "nearest": []}""";

    private static Exchange move(Map<String, String> asked, String body, int status, String answer) {
        var problem = status >= 400;
        return new Exchange(
                HttpMethod.POST,
                URI.create("/api/v1/booking/appointments/" + ID + "/move"),
                headers(asked),
                body,
                status,
                headers(
                        problem
                                ? Map.of("Content-Type", "application/problem+json")
                                : Map.of("Content-Type", "application/json", "ETag", "\"2\"")),
                answer);
    }

    private static HttpHeaders headers(Map<String, String> values) {
        var headers = new HttpHeaders();
        values.forEach(headers::set);
        return headers;
    }

    private static Map<String, String> asked() {
        return Map.of("Content-Type", "application/json", "If-Match", "\"1\"");
    }

    private static Exchange list(String query, String answer) {
        return new Exchange(
                HttpMethod.GET,
                URI.create("/api/v1/booking/appointments" + query),
                new HttpHeaders(),
                "",
                200,
                headers(Map.of("Content-Type", "application/json")),
                answer);
    }

    static Stream<Arguments> wrongOnes() {
        return Stream.of(
                Arguments.of("If-Match is missing", move(Map.of("Content-Type", "application/json"), MOVE, 200, VISIT)),
                Arguments.of(
                        "If-Match",
                        move(Map.of("Content-Type", "application/json", "If-Match", "W/\"1\""), MOVE, 200, VISIT)),
                Arguments.of("the request has no body", move(asked(), "", 200, VISIT)),
                Arguments.of(
                        "the request is text/plain",
                        move(Map.of("Content-Type", "text/plain", "If-Match", "\"1\""), MOVE, 200, VISIT)),
                Arguments.of("the request: /start", move(asked(), "{\"start\": \"2027-03-02\"}", 200, VISIT)),
                Arguments.of(
                        "the request: : property 'vip'",
                        move(asked(), "{\"start\": \"2027-03-02T10:00:00Z\", \"vip\": 1}", 200, VISIT)),
                Arguments.of("this status is not in the document", move(asked(), MOVE, 202, VISIT)),
                Arguments.of(
                        "the reply: : property 'room'",
                        move(asked(), MOVE, 200, VISIT.replace("\"version\"", "\"room\": \"1\", \"version\""))),
                Arguments.of(
                        "the reply: /patient: property 'born'",
                        move(asked(), MOVE, 200, VISIT.replace("\"Rosa\"", "\"Rosa\", \"born\": 1950"))),
                Arguments.of(
                        "the reply: : required property 'zone'",
                        move(asked(), MOVE, 200, VISIT.replace("\"zone\": \"America/New_York\",", ""))),
                Arguments.of("the reply: /status", move(asked(), MOVE, 200, VISIT.replace("BOOKED", "FORGOTTEN"))),
                Arguments.of("the reply: /version", move(asked(), MOVE, 200, VISIT.replace(": 2,", ": \"2\","))),
                Arguments.of(
                        "the reply: /start",
                        move(asked(), MOVE, 200, VISIT.replace("2027-03-02T15:00:00Z", "Tuesday"))),
                Arguments.of(
                        "the reply: /zone", move(asked(), MOVE, 200, VISIT.replace("\"America/New_York\"", "null"))),
                Arguments.of("the reply is no JSON", move(asked(), MOVE, 200, "{")),
                Arguments.of("the reply has no body", move(asked(), MOVE, 200, "")),
                Arguments.of(
                        "urn:reprieve:problem:hold-differs is not in the document with this status",
                        move(asked(), MOVE, 409, TAKEN.replace("time-taken", "hold-differs"))),
                Arguments.of(
                        "the reply: : required property 'title'",
                        move(asked(), MOVE, 409, TAKEN.replace("\"title\": \"Taken\",", ""))),
                Arguments.of(
                        "query parameter page is not in the document",
                        list("?page=2", "{\"appointments\": [], \"next\": null}")),
                Arguments.of("parameter limit", list("?limit=many", "{\"appointments\": [], \"next\": null}")),
                Arguments.of("the reply: : required property 'next'", list("", "{\"appointments\": []}")),
                Arguments.of(
                        "no operation of the document",
                        new Exchange(
                                HttpMethod.GET,
                                URI.create("/api/v1/booking/secrets"),
                                new HttpHeaders(),
                                "",
                                200,
                                headers(Map.of("Content-Type", "application/json")),
                                "{}")));
    }

    @Test
    void whatIsAsPromisedPasses() {
        assertThat(ExchangeChecks.violations(PROMISE, move(asked(), MOVE, 200, VISIT)))
                .isEmpty();
        assertThat(ExchangeChecks.violations(PROMISE, move(asked(), MOVE, 409, TAKEN)))
                .isEmpty();
        assertThat(ExchangeChecks.violations(
                        PROMISE, list("?limit=2", "{\"appointments\": [" + VISIT + "], \"next\": null}")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongOnes")
    void oneThingThatIsNotAsPromisedIsNamed(String sentence, Exchange exchange) {
        assertThat(ExchangeChecks.violations(PROMISE, exchange))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @Test
    void aRequestThatWasRefusedAsWrongIsNotExamined() {
        var refused =
                "{\"type\": \"urn:reprieve:problem:unreadable-body\", \"title\": \"What?\", \"status\": 400, \"detail\": \"Write it well.\"}";

        assertThat(ExchangeChecks.violations(PROMISE, move(Map.of("If-Match", "1"), "{", 400, refused)))
                .isEmpty();
    }

    @Test
    void aMissingHeaderOfTheReplyIsNamed() {
        var good = move(asked(), MOVE, 200, VISIT);
        var without = new Exchange(
                good.method(),
                good.uri(),
                good.requestHeaders(),
                good.asked(),
                200,
                headers(Map.of("Content-Type", "application/json")),
                VISIT);

        assertThat(ExchangeChecks.violations(PROMISE, without)).containsExactly("header ETag is missing in the reply");
    }

    @Test
    void aFieldThatTheDocumentNoLongerNamesIsUndocumented() {
        var document = ContractFiles.tree(ContractFiles.text(ContractFiles.api("booking")));
        ((ObjectNode) document.at("/components/schemas/AppointmentView/properties")).remove("zone");

        assertThat(ExchangeChecks.violations(ApiPromise.of(document.toString()), move(asked(), MOVE, 200, VISIT)))
                .singleElement()
                .asString()
                .contains("zone");
    }
}
