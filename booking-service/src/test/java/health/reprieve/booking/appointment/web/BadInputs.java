package health.reprieve.booking.appointment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Requests to the API that say too little or the wrong thing. */
final class BadInputs {

    static final String API = "/api/v1/booking";
    private static final String OPENINGS = API + "/openings";
    static final String HOLDS = API + "/holds";
    static final String APPOINTMENTS = API + "/appointments";
    private static final String CANCELLATION = APPOINTMENTS + "/{visit}/cancellation";
    private static final String CORRECTION = APPOINTMENTS + "/{visit}/correction";
    private static final String DESK_BOOKINGS = API + "/desk-bookings";
    private static final String DAY_END = API + "/end-of-day";
    private static final String MOVE = APPOINTMENTS + "/{visit}/move";

    private BadInputs() {}

    /** One of each kind for each operation. */
    static Stream<BadInput> all() {
        return Stream.of(
                        searches(),
                        holds(),
                        bookings(),
                        lists(),
                        single(),
                        changes(),
                        steps(),
                        dayEnds(),
                        deskBookings(),
                        losses(),
                        elsewhere(),
                        ClinicBadInputs.all(),
                        WaitBadInputs.all(),
                        CourseBadInputs.all())
                .flatMap(List::stream);
    }

    private static List<BadInput> searches() {
        var all = bodies(OPENINGS, JsonBody.OPENINGS);
        all.addAll(ids(OPENINGS, JsonBody.OPENINGS, "clinicId"));
        all.addAll(conditions(OPENINGS, JsonBody.OPENINGS));
        all.addAll(treatments(OPENINGS, JsonBody.OPENINGS));
        all.add(wrong(OPENINGS, JsonBody.OPENINGS, "from", "\"2027-02-30\"", 400, "unreadable-body"));
        all.add(wrong(OPENINGS, JsonBody.OPENINGS, "from", "\"soon\"", 400, "unreadable-body"));
        all.add(wrong(OPENINGS, JsonBody.OPENINGS, "from", "20270302", 400, "unreadable-body"));
        all.add(wrong(OPENINGS, JsonBody.OPENINGS, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        all.add(wrong(OPENINGS, JsonBody.OPENINGS, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed"));
        return all;
    }

    private static List<BadInput> holds() {
        var all = bodies(HOLDS, JsonBody.HOLD);
        all.addAll(ids(HOLDS, JsonBody.HOLD, "clinicId"));
        all.addAll(TherapistBadInputs.of(HOLDS, JsonBody.HOLD));
        all.addAll(conditions(HOLDS, JsonBody.HOLD));
        all.addAll(starts(HOLDS, JsonBody.HOLD));
        all.addAll(treatments(HOLDS, JsonBody.HOLD));
        all.add(wrong(HOLDS, JsonBody.HOLD, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        all.add(wrong(HOLDS, JsonBody.HOLD, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed"));
        return all;
    }

    private static List<BadInput> bookings() {
        var all = bodies(APPOINTMENTS, JsonBody.BOOKING);
        all.addAll(ids(APPOINTMENTS, JsonBody.BOOKING, "clinicId"));
        all.addAll(TherapistBadInputs.of(APPOINTMENTS, JsonBody.BOOKING));
        all.addAll(conditions(APPOINTMENTS, JsonBody.BOOKING));
        all.addAll(starts(APPOINTMENTS, JsonBody.BOOKING));
        all.addAll(treatments(APPOINTMENTS, JsonBody.BOOKING));
        all.addAll(names(APPOINTMENTS, JsonBody.BOOKING));
        all.add(wrong(APPOINTMENTS, JsonBody.BOOKING, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        all.add(wrong(APPOINTMENTS, JsonBody.BOOKING, "holdId", "\"{nobody}\"", 404, "hold-unknown"));
        all.add(wrong(APPOINTMENTS, JsonBody.BOOKING, "holdId", "\"mine\"", 400, "unreadable-body"));
        all.add(wrong(APPOINTMENTS, JsonBody.BOOKING, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed"));
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        all.addAll(keys());
        return all;
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

    private static List<BadInput> keys() {
        var body = JsonBody.BOOKING.json();
        return List.of(
                BadInput.post("no key", APPOINTMENTS, body, 400, "missing-value"),
                BadInput.post("a blank key", APPOINTMENTS, body, 400, "bad-value")
                        .with("Idempotency-Key", ""),
                BadInput.post("a key too long", APPOINTMENTS, body, 400, "bad-value")
                        .with("Idempotency-Key", "k".repeat(256)));
    }

    private static List<BadInput> lists() {
        return List.of(
                BadInput.get("a cursor that is none", APPOINTMENTS + "?after=first", 400, "bad-value"),
                BadInput.get("a cursor of nobody", APPOINTMENTS + "?after={nobody}", 404, "not-found"),
                BadInput.get("no row", APPOINTMENTS + "?limit=0", 400, "invalid-input"),
                BadInput.get("rows below zero", APPOINTMENTS + "?limit=-1", 400, "invalid-input"),
                BadInput.get("a row too many", APPOINTMENTS + "?limit=101", 400, "invalid-input"),
                BadInput.get("too large a number", APPOINTMENTS + "?limit=99999999999", 400, "bad-value"),
                BadInput.get("words", APPOINTMENTS + "?limit=ten", 400, "bad-value"));
    }

    private static List<BadInput> single() {
        return List.of(
                BadInput.get("nobody's", APPOINTMENTS + "/{nobody}", 404, "not-found"),
                BadInput.get("no id", APPOINTMENTS + "/17", 400, "bad-value"),
                BadInput.get("no clinic", API + "/treatments", 400, "missing-value"),
                BadInput.get("no id", API + "/treatments?clinicId=17", 400, "bad-value"),
                BadInput.get("nobody's", APPOINTMENTS + "/{nobody}/history", 404, "not-found"),
                BadInput.get("nothing held", HOLDS + "/current", 404, "hold-unknown"),
                BadInput.post("nothing held", HOLDS + "/current/extension", null, 404, "hold-unknown"),
                BadInput.get("wrong method", HOLDS + "/current/extension", 405, "method-not-allowed"));
    }

    private static List<BadInput> changes() {
        var all = bodies(MOVE, JsonBody.MOVE);
        all.addAll(starts(MOVE, JsonBody.MOVE));
        all.addAll(List.of(
                wrong(CANCELLATION, JsonBody.CANCELLATION, "reason", "\"BOREDOM\"", 400, "unreadable-body"),
                wrong(CANCELLATION, JsonBody.CANCELLATION, "reason", "\"DECLINED\"", 400, "unreadable-body"),
                wrong(CANCELLATION, JsonBody.CANCELLATION, "reason", "\"CLINIC\"", 403, "not-allowed"),
                wrong(CANCELLATION, JsonBody.CANCELLATION, "note", "7", 400, "unreadable-body"),
                wrong(CANCELLATION, JsonBody.CANCELLATION, "note", '"' + "x".repeat(501) + '"', 400, "invalid-input"),
                wrong(MOVE, JsonBody.MOVE, "note", '"' + "x".repeat(501) + '"', 400, "invalid-input")));
        all.replaceAll(bad -> bad.with(HttpHeaders.IF_MATCH, "\"1\""));
        for (var change : List.of(
                BadInput.post("", CANCELLATION, null, 0, ""), BadInput.post("", MOVE, JsonBody.MOVE.json(), 0, ""))) {
            all.addAll(versions(change.path(), change.body()));
            var nobodys = change.path().replace("{visit}", "{nobody}");
            all.add(BadInput.post("nobody's", nobodys, change.body(), 404, "not-found")
                    .with(HttpHeaders.IF_MATCH, "\"1\""));
            var noId = change.path().replace("{visit}", "17");
            all.add(BadInput.post("no id", noId, change.body(), 400, "bad-value")
                    .with(HttpHeaders.IF_MATCH, "\"1\""));
        }
        return all;
    }

    /** What can be wrong with a step that staff take. */
    private static List<BadInput> steps() {
        var all = new ArrayList<BadInput>();
        for (var step : List.of("check-in", "start", "completion", "no-show", "approval", "decline", "correction")) {
            var path = APPOINTMENTS + "/{visit}/" + step;
            var body = step.equals("correction") ? JsonBody.NOTE.json() : null;
            all.addAll(malformedVersions(path, body));
            all.add(BadInput.post("nobody's", path.replace("{visit}", "{nobody}"), body, 404, "not-found")
                    .with(HttpHeaders.IF_MATCH, "\"1\""));
            all.add(BadInput.post("no id", path.replace("{visit}", "17"), body, 400, "bad-value")
                    .with(HttpHeaders.IF_MATCH, "\"1\""));
        }
        var notNow = List.of(
                BadInput.post("too early", APPOINTMENTS + "/{visit}/check-in", null, 409, "too-early"),
                BadInput.post("too early", APPOINTMENTS + "/{visit}/completion", null, 409, "too-early"),
                BadInput.post("too early", APPOINTMENTS + "/{visit}/no-show", null, 409, "too-early"),
                BadInput.post("not here", APPOINTMENTS + "/{visit}/start", null, 409, "not-possible-now"),
                BadInput.post("no request", APPOINTMENTS + "/{visit}/approval", null, 409, "not-possible-now"),
                BadInput.post("no request", APPOINTMENTS + "/{visit}/decline", null, 409, "not-possible-now"),
                BadInput.post("is right", CORRECTION, JsonBody.NOTE.json(), 409, "not-possible-now"));
        var bodies = bodies(CORRECTION, JsonBody.NOTE);
        bodies.addAll(List.of(
                missing(CORRECTION, JsonBody.NOTE, "note"),
                wrong(CORRECTION, JsonBody.NOTE, "note", "\" \"", 400, "invalid-input"),
                wrong(CORRECTION, JsonBody.NOTE, "note", '"' + "x".repeat(501) + '"', 400, "invalid-input"),
                wrong(
                        APPOINTMENTS + "/{visit}/decline",
                        JsonBody.NOTE,
                        "note",
                        '"' + "x".repeat(501) + '"',
                        400,
                        "invalid-input")));
        Stream.of(notNow, bodies)
                .flatMap(List::stream)
                .map(bad -> bad.with(HttpHeaders.IF_MATCH, "\"1\""))
                .forEach(all::add);
        return all;
    }

    private static List<BadInput> deskBookings() {
        var body = JsonBody.DESK_BOOKING;
        var all = bodies(DESK_BOOKINGS, body);
        all.addAll(ids(DESK_BOOKINGS, body, "clinicId"));
        all.addAll(TherapistBadInputs.of(DESK_BOOKINGS, body));
        all.addAll(conditions(DESK_BOOKINGS, body));
        all.addAll(starts(DESK_BOOKINGS, body));
        all.addAll(treatments(DESK_BOOKINGS, body));
        for (var name : List.of("name", "email", "language")) {
            all.add(BadInput.post(
                    "no " + name, DESK_BOOKINGS, body.without(name).json(), 400, "missing-value"));
        }
        all.addAll(List.of(
                wrong(DESK_BOOKINGS, body, "name", "\"Rosa\\nBcc: all\"", 400, "invalid-input"),
                wrong(DESK_BOOKINGS, body, "email", "\"rosa at home\"", 400, "bad-value"),
                wrong(DESK_BOOKINGS, body, "email", "7", 400, "unreadable-body"),
                wrong(DESK_BOOKINGS, body, "language", "\"fr\"", 400, "invalid-input"),
                wrong(DESK_BOOKINGS, body, "patientId", "\"{nobody}\"", 422, "patient-unknown"),
                wrong(DESK_BOOKINGS, body, "patientId", "\"Rosa\"", 400, "unreadable-body"),
                wrong(DESK_BOOKINGS, body, "note", "\"\"", 400, "invalid-input"),
                wrong(DESK_BOOKINGS, body, "note", "\" \"", 400, "invalid-input"),
                wrong(DESK_BOOKINGS, body, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"),
                wrong(DESK_BOOKINGS, body, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed")));
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        all.add(BadInput.post("no key", DESK_BOOKINGS, body.json(), 400, "missing-value"));
        return all;
    }

    private static List<BadInput> losses() {
        var reassignment = APPOINTMENTS + "/{visit}/reassignment";
        var all = bodies(reassignment, JsonBody.REASSIGNMENT);
        all.addAll(List.of(
                wrong(reassignment, JsonBody.REASSIGNMENT, "therapistId", "\"Dana\"", 400, "unreadable-body"),
                wrong(reassignment, JsonBody.REASSIGNMENT, "start", "\"2027-03-02T16:30:00\"", 400, "unreadable-body"),
                wrong(reassignment, JsonBody.REASSIGNMENT, "note", "\" \"", 400, "invalid-input"),
                BadInput.post("has lost nothing", reassignment, "{}", 409, "not-possible-now"),
                BadInput.post("nobody's", reassignment.replace("{visit}", "{nobody}"), "{}", 404, "not-found")));
        all.replaceAll(bad -> bad.with(HttpHeaders.IF_MATCH, "\"1\""));
        all.addAll(malformedVersions(reassignment, "{}"));
        var rooms = API + "/room-use";
        var use = JsonBody.ROOM_USE.with("roomId", "\"{nobody}\"");
        all.addAll(bodies(rooms, use));
        all.addAll(ids(rooms, use, "clinicId"));
        all.addAll(ids(rooms, use, "roomId"));
        all.add(missing(rooms, use, "inUse"));
        all.add(wrong(rooms, use, "inUse", "\"perhaps\"", 400, "unreadable-body"));
        all.add(BadInput.post("no such room", rooms, use.json(), 422, "room-unknown"));
        all.add(BadInput.get("no clinic", API + "/reassignments", 400, "missing-value"));
        all.add(BadInput.get("no row", API + "/reassignments?clinicId={clinic}&limit=0", 400, "invalid-input"));
        all.add(BadInput.get("nobody", API + "/reassignments?clinicId={clinic}&after={nobody}", 404, "not-found"));
        return all;
    }

    private static List<BadInput> dayEnds() {
        var all = bodies(DAY_END, JsonBody.DAY_END);
        all.addAll(ids(DAY_END, JsonBody.DAY_END, "clinicId"));
        all.add(missing(DAY_END, JsonBody.DAY_END, "date"));
        all.add(wrong(DAY_END, JsonBody.DAY_END, "date", "\"2027-02-30\"", 400, "unreadable-body"));
        all.add(wrong(DAY_END, JsonBody.DAY_END, "date", "20270302", 400, "unreadable-body"));
        all.add(wrong(DAY_END, JsonBody.DAY_END, "date", "\"+999999999-12-31\"", 400, "bad-value"));
        all.add(wrong(DAY_END, JsonBody.DAY_END, "date", "\"1999-12-31\"", 400, "bad-value"));
        all.add(wrong(DAY_END, JsonBody.DAY_END, "date", "\"2027-03-02\"", 409, "too-early"));
        all.add(wrong(DAY_END, JsonBody.DAY_END, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        return all;
    }

    static List<BadInput> versions(String path, @Nullable String body) {
        var all = malformedVersions(path, body);
        all.add(BadInput.post("an old version", path, body, 412, "changed-meanwhile")
                .with(HttpHeaders.IF_MATCH, "\"7\""));
        return all;
    }

    private static List<BadInput> malformedVersions(String path, @Nullable String body) {
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
                BadInput.get("wrong method", OPENINGS, 405, "method-not-allowed"),
                BadInput.get("wrong method", CANCELLATION, 405, "method-not-allowed"),
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

    private static List<BadInput> starts(String path, JsonBody body) {
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
