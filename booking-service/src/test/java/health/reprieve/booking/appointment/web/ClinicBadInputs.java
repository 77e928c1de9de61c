package health.reprieve.booking.appointment.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Requests about a clinic's rules that say too little or the wrong thing. */
final class ClinicBadInputs {

    static final String CLINICS = BadInputs.API + "/clinics/{";
    private static final String CLINIC = CLINICS + "clinic}";
    private static final String ELSEWHERE = CLINICS + "nobody}";
    private static final String CLOSURES = CLINIC + "/closures";
    private static final String CLOSURE = CLOSURES + "/{nobody}";
    private static final String HOURS = CLINIC + "/opening-hours";
    private static final String POLICY = CLINIC + "/policy";
    private static final JsonBody DAYS = new JsonBody(JsonBody.CLOSURE.members())
            .without("from")
            .without("until")
            .with("firstDay", "\"2027-12-24\"")
            .with("lastDay", "\"2027-12-26\"");

    private ClinicBadInputs() {}

    static List<BadInput> all() {
        var all = new ArrayList<BadInput>();
        all.addAll(closures());
        all.addAll(rules(HOURS, JsonBody.OPENING_HOURS, hours()));
        all.addAll(rules(POLICY, JsonBody.POLICY, policies()));
        all.add(BadInput.get("no row", CLOSURES + "?limit=0", 400, "invalid-input"));
        all.add(BadInput.get("a cursor of nobody", CLOSURES + "?after={nobody}", 404, "not-found"));
        all.add(BadInput.get("nobody's", ELSEWHERE + "/closures", 404, "not-found"));
        all.add(BadInput.get("nobody's", ELSEWHERE + "/opening-hours", 404, "not-found"));
        all.add(BadInput.get("nobody's", ELSEWHERE + "/policy", 404, "not-found"));
        return all;
    }

    private static List<BadInput> closures() {
        var all = BadInputs.bodies(CLOSURE, JsonBody.CLOSURE);
        all.add(BadInput.post("nobody's", ELSEWHERE + "/closures/{nobody}", JsonBody.CLOSURE.json(), 404, "not-found"));
        all.add(BadInput.post("no id", CLOSURES + "/17", JsonBody.CLOSURE.json(), 400, "bad-value"));
        all.add(BadInputs.missing(CLOSURE, JsonBody.CLOSURE, "reason"));
        all.add(time("reason", "\"ILLNESS\"", 400, "unreadable-body"));
        all.add(time("therapistId", "\"{nobody}\"", 422, "therapist-unknown"));
        all.add(time("roomId", "\"{nobody}\"", 422, "room-unknown"));
        all.add(time("roomId", "\"17\"", 400, "unreadable-body"));
        all.addAll(unclear());
        all.addAll(times());
        all.addAll(days());
        all.replaceAll(bad -> bad.by(HttpMethod.PUT));
        return all;
    }

    private static List<BadInput> unclear() {
        return List.of(
                unclear("no until", JsonBody.CLOSURE.without("until")),
                unclear("no from", JsonBody.CLOSURE.without("from")),
                unclear(
                        "neither times nor days",
                        JsonBody.CLOSURE.without("from").without("until")),
                unclear("times and days", JsonBody.CLOSURE.with("firstDay", "\"2027-03-02\"")),
                unclear("no last day", DAYS.without("lastDay")),
                unclear("no first day", DAYS.without("firstDay")),
                unclear(
                        "a therapist and a room",
                        JsonBody.CLOSURE.with("therapistId", "\"{therapist}\"").with("roomId", "\"{room}\"")));
    }

    private static BadInput unclear(String what, JsonBody body) {
        return BadInput.post(what, CLOSURE, body.json(), 422, "closure-unclear");
    }

    private static List<BadInput> times() {
        return List.of(
                time("until", "\"2027-03-02T10:00\"", 422, "end-before-start"),
                time("until", "\"2027-03-02T09:59\"", 422, "end-before-start"),
                time("until", "\"2028-04-06T10:01\"", 422, "span-too-long"),
                time("until", "\"2027-02-30T10:00\"", 400, "bad-value"),
                time("until", "\"2027-03-02T25:00\"", 400, "bad-value"),
                time("until", "\"2027-03-02T11:00+19:00\"", 400, "bad-value"),
                time("until", "\"2027-03-02T11:00:30\"", 400, "invalid-input"),
                time("until", "\"+12027-03-02T11:00\"", 400, "invalid-input"),
                time("until", "\"tomorrow\"", 400, "invalid-input"),
                time("until", "\"\"", 400, "invalid-input"),
                time("until", "1804005000", 400, "unreadable-body"),
                time("from", "\"2027-02-30T10:00\"", 400, "bad-value"),
                span("over already", "2027-03-01T05:00", "2027-03-01T06:59", "out-of-reach"),
                span("years from now", "2038-03-02T05:00", "2038-03-02T07:00", "out-of-reach"),
                span("left out by the clocks", "2027-03-14T02:30", "2027-03-14T04:00", "time-never-shown"),
                span("left out by the clocks", "2027-03-14T01:30", "2027-03-14T02:00", "time-never-shown"),
                span("shown twice", "2027-11-07T01:30", "2027-11-07T04:00", "time-shown-twice"),
                span("shown twice", "2027-11-07T00:30", "2027-11-07T01:00", "time-shown-twice"));
    }

    private static List<BadInput> days() {
        return List.of(
                BadInputs.wrong(CLOSURE, DAYS, "lastDay", "\"2027-12-23\"", 422, "end-before-start"),
                BadInputs.wrong(CLOSURE, DAYS, "lastDay", "\"2029-01-27\"", 422, "span-too-long"),
                BadInputs.wrong(CLOSURE, DAYS, "lastDay", "\"2055-05-11\"", 422, "span-too-long"),
                BadInputs.wrong(CLOSURE, DAYS, "lastDay", "\"+999999999-12-31\"", 422, "out-of-reach"),
                BadInputs.wrong(CLOSURE, DAYS, "lastDay", "\"2027-02-30\"", 400, "unreadable-body"),
                BadInputs.wrong(CLOSURE, DAYS, "firstDay", "20271224", 400, "unreadable-body"));
    }

    private static BadInput time(String name, String json, int status, String type) {
        return BadInputs.wrong(CLOSURE, JsonBody.CLOSURE, name, json, status, type);
    }

    private static BadInput span(String what, String from, String until, String type) {
        var body = JsonBody.CLOSURE.with("from", '"' + from + '"').with("until", '"' + until + '"');
        return BadInput.post(what + ": " + from, CLOSURE, body.json(), 422, type);
    }

    private static List<BadInput> rules(String path, JsonBody good, List<BadInput> wrong) {
        var all = BadInputs.bodies(path, good);
        all.addAll(wrong);
        all.add(BadInput.post("nobody's", path.replace("{clinic}", "{nobody}"), good.json(), 404, "not-found"));
        all.replaceAll(bad -> bad.with(HttpHeaders.IF_MATCH, "\"1\""));
        all.addAll(BadInputs.versions(path, good.json()));
        all.replaceAll(bad -> bad.by(HttpMethod.PUT));
        return all;
    }

    private static List<BadInput> hours() {
        return List.of(
                BadInputs.missing(HOURS, JsonBody.OPENING_HOURS, "spans"),
                spans("null", 400, "invalid-input"),
                span("day", "\"FUNDAY\"", 400, "unreadable-body"),
                span("day", "1", 400, "unreadable-body"),
                span("from", "\"24:00\"", 400, "invalid-input"),
                span("from", "\"8:00\"", 400, "invalid-input"),
                span("until", "\"12:30:30\"", 400, "invalid-input"),
                span("until", "\"08:00\"", 422, "end-before-start"),
                span("until", "\"07:59\"", 422, "end-before-start"),
                spans(JsonBody.OPENING_SPAN.json() + "," + JsonBody.OPENING_SPAN.json(), 422, "hours-overlap"),
                spans(
                        (JsonBody.OPENING_SPAN.json() + ",").repeat(70) + JsonBody.OPENING_SPAN.json(),
                        400,
                        "invalid-input"));
    }

    private static BadInput span(String name, String json, int status, String type) {
        return spans(JsonBody.OPENING_SPAN.with(name, json).json(), status, type);
    }

    private static BadInput spans(String json, int status, String type) {
        return BadInputs.wrong(HOURS, JsonBody.OPENING_HOURS, "spans", "[" + json + "]", status, type);
    }

    private static List<BadInput> policies() {
        var all = new ArrayList<BadInput>();
        for (var name : List.of("restMinutes", "turnoverMinutes", "noticeMinutes")) {
            all.add(policy(name, "-1", 400, "invalid-input"));
        }
        for (var name : List.of("horizonDays", "visitsPerDay", "visitsPerWeek", "handsOnMinutesPerDay")) {
            all.add(policy(name, "0", 400, "invalid-input"));
            all.add(policy(name, "100000", 400, "invalid-input"));
            all.add(policy(name, "99999999999", 400, "unreadable-body"));
        }
        all.add(policy("starts", "\"GRID\"", 422, "policy-unclear"));
        all.add(policy("starts", "\"NEVER\"", 400, "unreadable-body"));
        all.add(policy("startEveryMinutes", "15", 422, "policy-unclear"));
        all.add(policy("starts", "\"GRID\",\"startEveryMinutes\":7", 422, "grid-does-not-fit"));
        all.add(policy("horizonCounts", "\"BUSINESS_DAYS\"", 422, "policy-unclear"));
        all.add(policy("horizonDays", "10,\"lastDay\":\"2027-12-31\"", 422, "policy-unclear"));
        all.add(policy("handsOnMinutesInARun", "120", 422, "policy-unclear"));
        all.add(policy("pauseMinutes", "30", 422, "policy-unclear"));
        all.add(policy("lastDay", "\"2027-02-30\"", 400, "unreadable-body"));
        all.add(policy("lastDay", "\"+999999999-12-31\"", 422, "out-of-reach"));
        return all;
    }

    private static BadInput policy(String name, String json, int status, String type) {
        return BadInputs.wrong(POLICY, JsonBody.POLICY, name, json, status, type);
    }
}
