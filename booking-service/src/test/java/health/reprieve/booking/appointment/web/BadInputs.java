package health.reprieve.booking.appointment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * Requests to the API that say too little or the wrong thing: all of them, and the kinds of wrong that any operation may
 * meet. What is wrong with one operation alone stands in the class of its family.
 */
final class BadInputs {

    static final String API = "/api/v1/booking";
    static final String HOLDS = API + "/holds";
    static final String APPOINTMENTS = API + "/appointments";

    private BadInputs() {}

    /** One of each kind for each operation. */
    static Stream<BadInput> all() {
        return Stream.of(
                        elsewhere(),
                        TimeBadInputs.all(),
                        VisitBadInputs.all(),
                        StaffBadInputs.all(),
                        MoveBadInputs.all(),
                        ClinicBadInputs.all(),
                        WaitBadInputs.all(),
                        CourseBadInputs.all())
                .flatMap(List::stream);
    }

    static List<BadInput> treatments(String path, JsonBody body) {
        return List.of(
                wrong(path, body, "treatment", "\"massage\"", 400, "unreadable-body"),
                wrong(path, body, "treatment", "\"\"", 400, "unreadable-body"),
                wrong(path, body, "treatment", "\"{nobody}\"", 422, "treatment-unknown"),
                wrong(path, body, "length", "\"an hour\"", 400, "unreadable-body"),
                wrong(path, body, "length", "60.5", 400, "unreadable-body"),
                wrong(path, body, "length", "0", 400, "invalid-input"),
                wrong(path, body, "length", "-60", 400, "invalid-input"),
                wrong(path, body, "length", "1441", 400, "invalid-input"),
                wrong(path, body, "length", "61", 422, "length-not-offered"));
    }

    static List<BadInput> names(String path, JsonBody body) {
        return new ArrayList<>(List.of(
                missing(path, body, "name"),
                wrong(path, body, "name", "\"\"", 400, "invalid-input"),
                wrong(path, body, "name", "\" \\t \"", 400, "invalid-input"),
                wrong(path, body, "name", "\"\\u00a0\\u2003\"", 400, "invalid-input"),
                wrong(path, body, "name", '"' + "x".repeat(101) + '"', 400, "invalid-input"),
                wrong(path, body, "name", "\"Rosa\\nBcc: all\"", 400, "invalid-input"),
                wrong(path, body, "name", "\"Rosa\\u0000\"", 400, "unreadable-body"),
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

    static List<BadInput> versions(String path, @Nullable String body) {
        var all = malformedVersions(path, body);
        all.add(BadInput.post("an old version", path, body, 412, "changed-meanwhile")
                .with(HttpHeaders.IF_MATCH, "\"7\""));
        return all;
    }

    static List<BadInput> malformedVersions(String path, @Nullable String body) {
        var all = new ArrayList<BadInput>();
        all.add(BadInput.post("no version", path, body, 428, "version-needed"));
        for (var tag : List.of(
                "1", "\"0\"", "\"-1\"", "\"one\"", "W/\"1\"", "*", "\"1\", \"2\"", "\"" + "9".repeat(30) + "\"")) {
            all.add(BadInput.post("version " + tag, path, body, 400, "bad-value")
                    .with(HttpHeaders.IF_MATCH, tag));
        }
        return all;
    }

    private static List<BadInput> elsewhere() {
        return List.of(
                new BadInput("wrong method", HttpMethod.PUT, APPOINTMENTS, Map.of(), "{}", 405, "method-not-allowed"),
                new BadInput(
                        "wrong method",
                        HttpMethod.DELETE,
                        APPOINTMENTS + "/{visit}",
                        Map.of(),
                        null,
                        405,
                        "method-not-allowed"),
                new BadInput("wrong method", HttpMethod.PATCH, HOLDS, Map.of(), "{}", 405, "method-not-allowed"),
                new BadInput(
                        "wrong method", HttpMethod.POST, API + "/clinics", Map.of(), "{}", 405, "method-not-allowed"),
                BadInput.get("wrong method", API + "/openings", 405, "method-not-allowed"),
                BadInput.get("wrong method", APPOINTMENTS + "/{visit}/cancellation", 405, "method-not-allowed"),
                BadInput.get("no such address", API + "/secrets", 404, "not-found"),
                BadInput.get("no such address", API + "/appointments/{visit}/notes", 404, "not-found"));
    }

    /** What can be wrong with any body. */
    static List<BadInput> bodies(String path, JsonBody good) {
        var json = good.json();
        return new ArrayList<>(List.of(
                BadInput.post("no body", path, null, 400, "unreadable-body"),
                BadInput.post("an empty body", path, "", 400, "unreadable-body"),
                BadInput.post("null", path, "null", 400, "unreadable-body"),
                BadInput.post("a list", path, "[" + json + "]", 400, "unreadable-body"),
                BadInput.post("half an object", path, json.substring(0, json.length() - 1), 400, "unreadable-body"),
                BadInput.post("two objects", path, json + json, 400, "unreadable-body"),
                BadInput.post("words", path, "please", 400, "unreadable-body"),
                BadInput.post("a number", path, "17", 400, "unreadable-body"),
                BadInput.post("deep nesting", path, "{\"a\":".repeat(5000), 400, "unreadable-body"),
                BadInput.post(
                        "an unknown member", path, good.with("vip", "true").json(), 400, "unreadable-body"),
                BadInput.post("plain text", path, json, 415, "unsupported-media-type")
                        .with(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_PLAIN_VALUE),
                BadInput.post("a form", path, "clinicId=1", 415, "unsupported-media-type")
                        .with(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED_VALUE),
                BadInput.post(
                        "too much",
                        path,
                        good.with("vip", '"' + "x".repeat(70_000) + '"').json(),
                        413,
                        "content-too-large")));
    }

    static List<BadInput> ids(String path, JsonBody body, String name) {
        var all = new ArrayList<>(wrongIds(path, body, name));
        all.add(missing(path, body, name));
        return all;
    }

    static List<BadInput> wrongIds(String path, JsonBody body, String name) {
        return List.of(
                wrong(path, body, name, "\"17\"", 400, "unreadable-body"),
                wrong(path, body, name, "17", 400, "unreadable-body"),
                wrong(path, body, name, "{}", 400, "unreadable-body"),
                wrong(path, body, name, "\"\"", 400, "unreadable-body"));
    }

    static List<BadInput> conditions(String path, JsonBody body) {
        return List.of(
                missing(path, body, "condition"),
                wrong(path, body, "condition", "\"HEARTACHE\"", 400, "unreadable-body"),
                wrong(path, body, "condition", "\"neck_pain\"", 400, "unreadable-body"),
                wrong(path, body, "condition", "\"\"", 400, "unreadable-body"),
                wrong(path, body, "condition", "3", 400, "unreadable-body"),
                wrong(path, body, "condition", "[\"NECK_PAIN\"]", 400, "unreadable-body"));
    }

    static List<BadInput> starts(String path, JsonBody body) {
        var all = new ArrayList<BadInput>();
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

    static BadInput missing(String path, JsonBody body, String name) {
        return BadInput.post("no " + name, path, body.without(name).json(), 400, "invalid-input");
    }

    static BadInput wrong(String path, JsonBody body, String name, String json, int status, String type) {
        return BadInput.post(name + " is " + json, path, body.with(name, json).json(), status, type);
    }
}
