package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.ProblemChecks.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@BookingTest
class BadInputTests {

    private static final String API = "/api/v1/booking";
    private static final String OPENINGS = API + "/openings";
    private static final String HOLDS = API + "/holds";
    private static final String APPOINTMENTS = API + "/appointments";
    private static final String CANCELLATION = APPOINTMENTS + "/{visit}/cancellation";
    private static final String MOVE = APPOINTMENTS + "/{visit}/move";

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    private final Actor.Patient patient = Scene.patient();
    private Map<String, String> names = Map.of();

    @BeforeEach
    void aVisitThatMustStayAsItIs() {
        var clinic = scene.clinic(2);
        var therapist = scene.therapist(clinic);
        var visit = scene.booked(patient, clinic, therapist, Scene.TUESDAY_TEN);
        names = Map.of(
                "{clinic}", clinic.id().toString(),
                "{therapist}", therapist.id().toString(),
                "{visit}", visit.id().toString(),
                "{nobody}", UUID.randomUUID().toString());
    }

    /** One request that must be refused. */
    record Bad(
            String what,
            HttpMethod method,
            String path,
            Map<String, String> headers,
            @Nullable String body,
            int status,
            String type) {

        static Bad get(String what, String path, int status, String type) {
            return new Bad(what, HttpMethod.GET, path, Map.of(), null, status, type);
        }

        static Bad post(String what, String path, @Nullable String body, int status, String type) {
            return new Bad(what, HttpMethod.POST, path, Map.of(), body, status, type);
        }

        Bad with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Bad(what, method, path, more, body, status, type);
        }

        @Override
        public String toString() {
            return method + " " + path + ": " + what;
        }
    }

    /** A JSON object whose members a case may leave out or replace. */
    private record Body(Map<String, String> members) {

        static final Body OPENINGS = new Body(Map.of("clinicId", "\"{clinic}\"", "condition", "\"NECK_PAIN\""));
        static final Body HOLD =
                OPENINGS.with("therapistId", "\"{therapist}\"").with("start", "\"2027-03-02T16:30:00Z\"");
        static final Body BOOKING = HOLD.with("name", "\"Rosa\"").with("language", "\"es\"");
        static final Body MOVE = new Body(Map.of("start", "\"2027-03-02T16:30:00Z\""));

        Body with(String name, String json) {
            var more = new LinkedHashMap<>(members);
            more.put(name, json);
            return new Body(more);
        }

        Body without(String name) {
            var fewer = new LinkedHashMap<>(members);
            fewer.remove(name);
            return new Body(fewer);
        }

        String json() {
            var parts = new ArrayList<String>();
            members.forEach((name, json) -> parts.add('"' + name + "\":" + json));
            return "{" + String.join(",", parts) + "}";
        }
    }

    static Stream<Bad> requestsThatSayTooLittleOrTheWrongThing() {
        return Stream.of(searches(), holds(), bookings(), lists(), single(), changes(), elsewhere())
                .flatMap(List::stream);
    }

    private static List<Bad> searches() {
        var all = bodies(OPENINGS, Body.OPENINGS);
        all.addAll(ids(OPENINGS, Body.OPENINGS, "clinicId"));
        all.addAll(conditions(OPENINGS, Body.OPENINGS));
        all.add(wrong(OPENINGS, Body.OPENINGS, "from", "\"2027-02-30\"", 400, "unreadable-body"));
        all.add(wrong(OPENINGS, Body.OPENINGS, "from", "\"soon\"", 400, "unreadable-body"));
        all.add(wrong(OPENINGS, Body.OPENINGS, "from", "20270302", 400, "unreadable-body"));
        all.add(wrong(OPENINGS, Body.OPENINGS, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        all.add(wrong(OPENINGS, Body.OPENINGS, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed"));
        return all;
    }

    private static List<Bad> holds() {
        var all = bodies(HOLDS, Body.HOLD);
        all.addAll(ids(HOLDS, Body.HOLD, "clinicId"));
        all.addAll(ids(HOLDS, Body.HOLD, "therapistId"));
        all.addAll(conditions(HOLDS, Body.HOLD));
        all.addAll(starts(HOLDS, Body.HOLD));
        all.add(wrong(HOLDS, Body.HOLD, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        all.add(wrong(HOLDS, Body.HOLD, "therapistId", "\"{nobody}\"", 422, "time-not-offered"));
        all.add(wrong(HOLDS, Body.HOLD, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed"));
        return all;
    }

    private static List<Bad> bookings() {
        var all = bodies(APPOINTMENTS, Body.BOOKING);
        all.addAll(ids(APPOINTMENTS, Body.BOOKING, "clinicId"));
        all.addAll(ids(APPOINTMENTS, Body.BOOKING, "therapistId"));
        all.addAll(conditions(APPOINTMENTS, Body.BOOKING));
        all.addAll(starts(APPOINTMENTS, Body.BOOKING));
        all.addAll(names(APPOINTMENTS, Body.BOOKING));
        all.add(wrong(APPOINTMENTS, Body.BOOKING, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        all.add(wrong(APPOINTMENTS, Body.BOOKING, "therapistId", "\"{nobody}\"", 422, "time-not-offered"));
        all.add(wrong(APPOINTMENTS, Body.BOOKING, "holdId", "\"{nobody}\"", 404, "hold-unknown"));
        all.add(wrong(APPOINTMENTS, Body.BOOKING, "holdId", "\"mine\"", 400, "unreadable-body"));
        all.add(wrong(APPOINTMENTS, Body.BOOKING, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed"));
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        all.addAll(keys());
        return all;
    }

    private static List<Bad> names(String path, Body body) {
        return new ArrayList<>(List.of(
                missing(path, body, "name"),
                wrong(path, body, "name", "\"\"", 400, "invalid-input"),
                wrong(path, body, "name", "\" \\t \"", 400, "invalid-input"),
                wrong(path, body, "name", "\"\\u00a0\\u2003\"", 400, "invalid-input"),
                wrong(path, body, "name", '"' + "x".repeat(101) + '"', 400, "invalid-input"),
                wrong(path, body, "name", "\"Rosa\\nBcc: all\"", 400, "invalid-input"),
                wrong(path, body, "name", "\"Rosa\\u0000\"", 400, "invalid-input"),
                wrong(path, body, "name", "\"Rosa\\u0085\"", 400, "invalid-input"),
                wrong(path, body, "name", "\"Rosa\\ud800\"", 400, "invalid-input"),
                wrong(path, body, "name", "\"17\"", 400, "invalid-input"),
                wrong(path, body, "name", "17", 400, "unreadable-body"),
                wrong(path, body, "name", "true", 400, "unreadable-body"),
                wrong(path, body, "name", "[\"Rosa\"]", 400, "unreadable-body"),
                missing(path, body, "language"),
                wrong(path, body, "language", "\"fr\"", 400, "invalid-input"),
                wrong(path, body, "language", "\"en \"", 400, "invalid-input")));
    }

    private static List<Bad> keys() {
        var body = Body.BOOKING.json();
        return List.of(
                Bad.post("no key", APPOINTMENTS, body, 400, "missing-value"),
                Bad.post("a blank key", APPOINTMENTS, body, 400, "bad-value").with("Idempotency-Key", ""),
                Bad.post("a key too long", APPOINTMENTS, body, 400, "bad-value")
                        .with("Idempotency-Key", "k".repeat(256)));
    }

    private static List<Bad> lists() {
        return List.of(
                Bad.get("a cursor that is none", APPOINTMENTS + "?after=first", 400, "bad-value"),
                Bad.get("a cursor of nobody", APPOINTMENTS + "?after={nobody}", 404, "not-found"),
                Bad.get("no row", APPOINTMENTS + "?limit=0", 400, "invalid-input"),
                Bad.get("rows below zero", APPOINTMENTS + "?limit=-1", 400, "invalid-input"),
                Bad.get("a row too many", APPOINTMENTS + "?limit=101", 400, "invalid-input"),
                Bad.get("too large a number", APPOINTMENTS + "?limit=99999999999", 400, "bad-value"),
                Bad.get("words", APPOINTMENTS + "?limit=ten", 400, "bad-value"));
    }

    private static List<Bad> single() {
        return List.of(
                Bad.get("nobody's", APPOINTMENTS + "/{nobody}", 404, "not-found"),
                Bad.get("no id", APPOINTMENTS + "/17", 400, "bad-value"),
                Bad.get("nothing held", HOLDS + "/current", 404, "hold-unknown"));
    }

    private static List<Bad> changes() {
        var all = bodies(MOVE, Body.MOVE);
        all.addAll(starts(MOVE, Body.MOVE));
        all.replaceAll(bad -> bad.with(HttpHeaders.IF_MATCH, "\"1\""));
        for (var change :
                List.of(Bad.post("", CANCELLATION, null, 0, ""), Bad.post("", MOVE, Body.MOVE.json(), 0, ""))) {
            all.addAll(versions(change.path(), change.body()));
            var nobodys = change.path().replace("{visit}", "{nobody}");
            all.add(Bad.post("nobody's", nobodys, change.body(), 404, "not-found")
                    .with(HttpHeaders.IF_MATCH, "\"1\""));
            var noId = change.path().replace("{visit}", "17");
            all.add(Bad.post("no id", noId, change.body(), 400, "bad-value").with(HttpHeaders.IF_MATCH, "\"1\""));
        }
        return all;
    }

    private static List<Bad> versions(String path, @Nullable String body) {
        var all = new ArrayList<Bad>();
        all.add(Bad.post("no version", path, body, 428, "version-needed"));
        for (var tag : List.of(
                "1", "\"0\"", "\"-1\"", "\"one\"", "W/\"1\"", "*", "\"1\", \"2\"", "\"" + "9".repeat(30) + "\"")) {
            all.add(Bad.post("version " + tag, path, body, 400, "bad-value").with(HttpHeaders.IF_MATCH, tag));
        }
        all.add(Bad.post("an old version", path, body, 412, "changed-meanwhile").with(HttpHeaders.IF_MATCH, "\"7\""));
        return all;
    }

    private static List<Bad> elsewhere() {
        return List.of(
                new Bad("wrong method", HttpMethod.PUT, APPOINTMENTS, Map.of(), "{}", 405, "method-not-allowed"),
                new Bad(
                        "wrong method",
                        HttpMethod.DELETE,
                        APPOINTMENTS + "/{visit}",
                        Map.of(),
                        null,
                        405,
                        "method-not-allowed"),
                new Bad("wrong method", HttpMethod.PATCH, HOLDS, Map.of(), "{}", 405, "method-not-allowed"),
                new Bad("wrong method", HttpMethod.POST, API + "/clinics", Map.of(), "{}", 405, "method-not-allowed"),
                Bad.get("wrong method", OPENINGS, 405, "method-not-allowed"),
                Bad.get("wrong method", CANCELLATION, 405, "method-not-allowed"),
                Bad.get("no such address", API + "/secrets", 404, "not-found"),
                Bad.get("no such address", API + "/appointments/{visit}/notes", 404, "not-found"));
    }

    /** What can be wrong with any body. */
    private static List<Bad> bodies(String path, Body good) {
        var json = good.json();
        return new ArrayList<>(List.of(
                Bad.post("no body", path, null, 400, "unreadable-body"),
                Bad.post("an empty body", path, "", 400, "unreadable-body"),
                Bad.post("null", path, "null", 400, "unreadable-body"),
                Bad.post("a list", path, "[" + json + "]", 400, "unreadable-body"),
                Bad.post("half an object", path, json.substring(0, json.length() - 1), 400, "unreadable-body"),
                Bad.post("two objects", path, json + json, 400, "unreadable-body"),
                Bad.post("words", path, "please", 400, "unreadable-body"),
                Bad.post("a number", path, "17", 400, "unreadable-body"),
                Bad.post("deep nesting", path, "{\"a\":".repeat(5000), 400, "unreadable-body"),
                Bad.post("an unknown member", path, good.with("vip", "true").json(), 400, "unreadable-body"),
                Bad.post("plain text", path, json, 415, "unsupported-media-type")
                        .with(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_PLAIN_VALUE),
                Bad.post("a form", path, "clinicId=1", 415, "unsupported-media-type")
                        .with(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED_VALUE),
                Bad.post(
                        "too much",
                        path,
                        good.with("vip", '"' + "x".repeat(70_000) + '"').json(),
                        413,
                        "content-too-large")));
    }

    private static List<Bad> ids(String path, Body body, String name) {
        return List.of(
                missing(path, body, name),
                wrong(path, body, name, "\"17\"", 400, "unreadable-body"),
                wrong(path, body, name, "17", 400, "unreadable-body"),
                wrong(path, body, name, "{}", 400, "unreadable-body"),
                wrong(path, body, name, "\"\"", 400, "invalid-input"));
    }

    private static List<Bad> conditions(String path, Body body) {
        return List.of(
                missing(path, body, "condition"),
                wrong(path, body, "condition", "\"HEARTACHE\"", 400, "unreadable-body"),
                wrong(path, body, "condition", "\"neck_pain\"", 400, "unreadable-body"),
                wrong(path, body, "condition", "\"\"", 400, "unreadable-body"),
                wrong(path, body, "condition", "3", 400, "unreadable-body"),
                wrong(path, body, "condition", "[\"NECK_PAIN\"]", 400, "unreadable-body"));
    }

    private static List<Bad> starts(String path, Body body) {
        var all = new ArrayList<Bad>();
        all.add(missing(path, body, "start"));
        for (var unreadable : List.of(
                "\"2027-03-02T16:30:00\"",
                "\"2027-03-02\"",
                "\"2027-02-30T16:30:00Z\"",
                "\"2027-03-02T25:30:00Z\"",
                "\"2027-03-02T16:30:00+25:00\"",
                "\"2027-03-02T16:30:00-23:59\"",
                "\"+999999999-12-31T23:59:59-18:01\"",
                "\"tomorrow\"",
                "\"\"",
                "1804005000",
                "1" + "0".repeat(30),
                "1e300",
                "true")) {
            all.add(wrong(path, body, "start", unreadable, 400, "unreadable-body"));
        }
        for (var never : List.of(
                "\"2027-03-02T16:30:01Z\"",
                "\"2027-03-02T16:30:00.000000001Z\"",
                "\"2020-03-02T16:30:00Z\"",
                "\"2099-03-02T16:30:00Z\"",
                "\"+999999999-12-31T23:59:59-18:00\"",
                "\"-999999999-01-01T00:00:00+18:00\"")) {
            all.add(wrong(path, body, "start", never, 422, "time-not-offered"));
        }
        return all;
    }

    private static Bad missing(String path, Body body, String name) {
        return Bad.post("no " + name, path, body.without(name).json(), 400, "invalid-input");
    }

    private static Bad wrong(String path, Body body, String name, String json, int status, String type) {
        return Bad.post(name + " is " + json, path, body.with(name, json).json(), status, type);
    }

    @ParameterizedTest
    @MethodSource("requestsThatSayTooLittleOrTheWrongThing")
    void whatSaysTooLittleOrTheWrongThingIsRefusedAndChangesNothing(Bad bad) {
        var before = scene.everything();

        assertProblem(send(bad), bad.status(), bad.type());

        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void aBodyOfFiveMegabytesIsRefused() {
        var much = Body.BOOKING.with("vip", '"' + "x".repeat(5_000_000) + '"').json();

        assertProblem(
                send(Bad.post("five megabytes", APPOINTMENTS, much, 413, "").with("Idempotency-Key", "k")),
                413,
                "content-too-large");
    }

    @Test
    void aWrongMethodIsToldWhichOnesAreRight() {
        send(new Bad("", HttpMethod.PUT, APPOINTMENTS, Map.of(), "{}", 405, ""))
                .expectHeader()
                .values(
                        HttpHeaders.ALLOW,
                        allowed -> assertThat(String.join(",", allowed).split(",\\s*"))
                                .containsExactlyInAnyOrder("GET", "POST"));
    }

    @Test
    void whatIsMissingIsNamedFieldByField() {
        var problem = assertProblem(send(Bad.post("", HOLDS, "{}", 400, "")), 400, "invalid-input");

        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").stringValue()))
                .containsExactlyInAnyOrder("clinicId", "therapistId", "start", "condition");
    }

    @Test
    void aRefusalIsToldInTheReadersLanguage() {
        var spanish = Bad.get("", APPOINTMENTS + "/{nobody}", 404, "").with(HttpHeaders.ACCEPT_LANGUAGE, "es");

        assertThat(assertProblem(send(spanish), 404, "not-found").path("title").stringValue())
                .isNotEqualTo(assertProblem(send(Bad.get("", APPOINTMENTS + "/{nobody}", 404, "")), 404, "not-found")
                        .path("title")
                        .stringValue());
    }

    @Test
    void withoutATokenOfTheHouseNobodyIsAnswered() {
        assertProblem(caller.nobody().get().uri(APPOINTMENTS).exchange(), 401, "sign-in-required");
        assertProblem(
                caller.nobody()
                        .get()
                        .uri(APPOINTMENTS)
                        .headers(headers -> headers.setBearerAuth("made.up.token"))
                        .exchange(),
                401,
                "sign-in-required");
    }

    private ResponseSpec send(Bad bad) {
        var request = caller.as(patient).method(bad.method()).uri(named(bad.path()));
        if (bad.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(named(bad.body()));
        }
        request.headers(headers -> bad.headers().forEach(headers::set));
        return request.exchange();
    }

    private String named(String text) {
        var result = text;
        for (var name : names.entrySet()) {
            result = result.replace(name.getKey(), name.getValue());
        }
        return result;
    }
}
