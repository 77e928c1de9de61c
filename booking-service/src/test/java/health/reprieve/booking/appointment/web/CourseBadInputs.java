package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.BadInputs.API;
import static health.reprieve.booking.appointment.web.BadInputs.bodies;
import static health.reprieve.booking.appointment.web.BadInputs.missing;
import static health.reprieve.booking.appointment.web.BadInputs.versions;
import static health.reprieve.booking.appointment.web.BadInputs.wrong;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Requests about courses and referrals that say too little or the wrong thing. */
final class CourseBadInputs {

    /** The patient's own, begun with its first visit. */
    static final String COURSE = API + "/courses/{course}";

    private static final String PLANS = API + "/course-plans";
    private static final String COURSES = API + "/courses";
    private static final String REFERRAL = API + "/referrals/{nobody}";

    private CourseBadInputs() {}

    static List<BadInput> all() {
        return Stream.of(plans(), beginnings(), further(), changes(), referrals())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BadInput> plans() {
        var all = bodies(PLANS, JsonBody.OPENINGS);
        all.addAll(List.of(
                missing(PLANS, JsonBody.OPENINGS, "clinicId"),
                missing(PLANS, JsonBody.OPENINGS, "condition"),
                plan("clinicId", "\"{nobody}\"", 422, "clinic-unknown"),
                plan("condition", "\"NERVE_PAIN\"", 422, "clearance-needed"),
                plan("treatment", "\"{nobody}\"", 422, "treatment-unknown"),
                plan("from", "\"2027-02-30\"", 400, "unreadable-body"),
                plan("from", "\"2037-03-02\"", 422, "first-day-out-of-reach"),
                plan("from", "\"+999999999-12-31\"", 422, "first-day-out-of-reach"),
                wishes("{\"days\":[]}", 400, "invalid-input"),
                wishes("{\"days\":[\"MON\"]}", 400, "unreadable-body"),
                wishes("{\"days\":[null]}", 400, "invalid-input"),
                wishes("{\"days\":[\"MONDAY\"]}", 422, "too-few-days"),
                wishes("{\"days\":[\"MONDAY\",\"TUESDAY\"]}", 422, "dose-impossible"),
                plan("patientId", "\"{nobody}\"", 403, "not-allowed"),
                wishes("{\"earliest\":\"9\"}", 400, "invalid-input"),
                wishes("{\"earliest\":\"24:00\"}", 400, "invalid-input"),
                wishes("{\"earliest\":\"12:00\",\"latest\":\"11:59\"}", 400, "bad-value"),
                wishes("{\"gaps\":\"PERHAPS\"}", 400, "unreadable-body"),
                wishes("{\"therapistId\":\"Dana\"}", 400, "unreadable-body")));
        for (var phases : List.of("[]", "[null]", "[{}]", phase("0", "8"), phase("8", "8"), phase("2", "0"))) {
            all.add(dose("{\"phases\":" + phases + "}", 400, "invalid-input"));
        }
        var weekly = phase("1", "8");
        all.add(dose("{\"phases\":" + phase("2.5", "8") + "}", 400, "unreadable-body"));
        all.add(dose("{\"phases\":" + phase("2", "101") + "}", 400, "invalid-input"));
        all.add(dose(
                "{\"phases\":[{\"perWeek\":1,\"visits\":60},{\"perWeek\":1,\"visits\":60}]}", 422, "course-too-long"));
        all.add(dose("{\"phases\":" + weekly + ",\"length\":61}", 422, "length-not-offered"));
        all.add(dose("{\"phases\":" + weekly + ",\"length\":0}", 400, "invalid-input"));
        all.add(dose("{\"phases\":" + weekly + ",\"leastHoursApart\":0}", 400, "invalid-input"));
        all.add(dose("{\"phases\":" + weekly + ",\"leastHoursApart\":169}", 400, "invalid-input"));
        all.add(dose("{\"phases\":" + weekly + ",\"reviewAfter\":[9]}", 400, "bad-value"));
        return all;
    }

    private static List<BadInput> beginnings() {
        var all = bodies(COURSES, JsonBody.COURSE);
        all.addAll(List.of(
                missing(COURSES, JsonBody.COURSE, "clinicId"),
                missing(COURSES, JsonBody.COURSE, "condition"),
                missing(COURSES, JsonBody.COURSE, "firstDay"),
                missing(COURSES, JsonBody.COURSE, "visits"),
                begin("clinicId", "\"{nobody}\"", 422, "clinic-unknown"),
                begin("condition", "\"NERVE_PAIN\"", 422, "clearance-needed"),
                begin("condition", "\"PAIN_AFTER_SURGERY\"", 422, "clearance-needed"),
                begin("treatment", "\"{nobody}\"", 422, "treatment-unknown"),
                begin("firstDay", "\"2027-02-28\"", 422, "first-day-out-of-reach"),
                begin("firstDay", "\"2029-03-02\"", 422, "first-day-out-of-reach"),
                begin("firstDay", "\"-999999999-01-01\"", 422, "first-day-out-of-reach"),
                begin("referralId", "\"{nobody}\"", 422, "referral-unknown"),
                begin("name", "\"Rosa\\nBcc: all\"", 400, "invalid-input"),
                begin("language", "\"fr\"", 400, "invalid-input"),
                begin("note", "\" \"", 400, "invalid-input"),
                begin("note", "\"at once\"", 403, "not-allowed"),
                BadInput.post(
                        "a name alone",
                        COURSES,
                        JsonBody.COURSE.without("language").json(),
                        400,
                        "missing-value"),
                begin("visits", "[{}]", 400, "invalid-input"),
                begin("visits", "[null]", 400, "invalid-input"),
                begin("visits", chosen("place", "0"), 400, "invalid-input"),
                begin("visits", chosen("place", "9"), 422, "place-unknown"),
                begin("visits", chosen("start", "\"2027-03-02T16:30:00\""), 400, "unreadable-body"),
                begin("visits", chosen("start", "\"2020-03-02T16:30:00Z\""), 422, "time-not-offered"),
                begin("visits", chosen("start", "\"2099-03-02T16:30:00Z\""), 422, "time-not-offered"),
                begin("visits", chosen("start", "\"+999999999-12-31T23:59:59-18:00\""), 422, "time-not-offered"),
                begin("visits", chosen("therapistId", "\"{nobody}\""), 422, "time-not-offered"),
                begin("visits", twice("1", "2027-03-09T15:00:00Z"), 422, "place-twice"),
                begin("visits", twice("2", "2027-03-07T16:29:00Z"), 422, "too-close-together"),
                begin("visits", twice("2", "2027-03-05T16:30:00Z"), 422, "too-close-together")));
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        all.add(BadInput.post("no key", COURSES, JsonBody.COURSE.json(), 400, "missing-value"));
        return all;
    }

    private static List<BadInput> further() {
        var visits = COURSE + "/visits";
        var all = bodies(visits, JsonBody.COURSE_VISITS);
        all.addAll(List.of(
                missing(visits, JsonBody.COURSE_VISITS, "visits"),
                wrong(visits, JsonBody.COURSE_VISITS, "visits", "[]", 400, "invalid-input"),
                wrong(visits, JsonBody.COURSE_VISITS, "visits", chosen("place", "1"), 409, "place-taken"),
                wrong(visits, JsonBody.COURSE_VISITS, "visits", chosen("place", "9"), 422, "place-unknown"),
                wrong(
                        visits,
                        JsonBody.COURSE_VISITS,
                        "visits",
                        "["
                                + JsonBody.CHOSEN
                                        .with("place", "2")
                                        .with("start", "\"2027-03-06T15:00:00Z\"")
                                        .json() + "]",
                        422,
                        "too-close-together")));
        all.replaceAll(bad -> bad.with(HttpHeaders.IF_MATCH, "\"1\""));
        return all;
    }

    private static List<BadInput> changes() {
        var extension = COURSE + "/extension";
        var skip = COURSE + "/skip";
        var all = new ArrayList<>(List.of(
                wrong(extension, JsonBody.PHASE, "perWeek", "8", 400, "invalid-input"),
                wrong(extension, JsonBody.PHASE, "visits", "0", 400, "invalid-input"),
                wrong(extension, JsonBody.PHASE, "visits", "93", 422, "course-too-long"),
                missing(extension, JsonBody.PHASE, "perWeek"),
                wrong(skip, JsonBody.SKIP, "place", "9", 422, "place-unknown"),
                wrong(skip, JsonBody.SKIP, "place", "0", 400, "invalid-input"),
                missing(skip, JsonBody.SKIP, "place"),
                BadInput.post("a blank note", COURSE + "/stop", "{\"note\":\" \"}", 400, "invalid-input"),
                BadInput.post("too few days", COURSE + "/plans", "{\"days\":[\"MONDAY\"]}", 422, "too-few-days")));
        all.replaceAll(bad -> bad.with(HttpHeaders.IF_MATCH, "\"1\""));
        all.addAll(versions(extension, JsonBody.PHASE.json()));
        all.addAll(versions(skip, JsonBody.SKIP.json()));
        all.addAll(versions(COURSE + "/stop", null));
        all.addAll(versions(COURSE + "/visits", JsonBody.COURSE_VISITS.json()));
        for (var step : List.of("extension", "skip", "stop", "visits")) {
            var body =
                    switch (step) {
                        case "extension" -> JsonBody.PHASE.json();
                        case "skip" -> JsonBody.SKIP.json();
                        case "visits" -> JsonBody.COURSE_VISITS.json();
                        default -> "{}";
                    };
            all.add(BadInput.post("nobody's", COURSES + "/{nobody}/" + step, body, 404, "not-found")
                    .with(HttpHeaders.IF_MATCH, "\"1\""));
        }
        all.add(BadInput.get("nobody's", COURSES + "/{nobody}", 404, "not-found"));
        all.add(BadInput.get("no id", COURSES + "/17", 400, "bad-value"));
        all.add(BadInput.post("nobody's", COURSES + "/{nobody}/plans", "{}", 404, "not-found"));
        return all;
    }

    private static List<BadInput> referrals() {
        var all = bodies(REFERRAL, JsonBody.REFERRAL);
        for (var name : List.of("patientId", "visits", "firstDay", "days")) {
            all.add(missing(REFERRAL, JsonBody.REFERRAL, name));
        }
        all.addAll(List.of(
                wrong(REFERRAL, JsonBody.REFERRAL, "patientId", "\"{nobody}\"", 422, "patient-unknown"),
                wrong(REFERRAL, JsonBody.REFERRAL, "visits", "0", 400, "invalid-input"),
                wrong(REFERRAL, JsonBody.REFERRAL, "visits", "101", 400, "invalid-input"),
                wrong(REFERRAL, JsonBody.REFERRAL, "days", "0", 400, "invalid-input"),
                wrong(REFERRAL, JsonBody.REFERRAL, "days", "10000", 400, "invalid-input"),
                wrong(REFERRAL, JsonBody.REFERRAL, "firstDay", "\"1999-12-31\"", 400, "bad-value"),
                wrong(REFERRAL, JsonBody.REFERRAL, "firstDay", "\"+999999999-12-31\"", 400, "bad-value")));
        all.replaceAll(bad -> bad.by(HttpMethod.PUT));
        return all;
    }

    private static BadInput plan(String name, String json, int status, String type) {
        return wrong(PLANS, JsonBody.OPENINGS, name, json, status, type);
    }

    private static BadInput wishes(String json, int status, String type) {
        return plan("wishes", json, status, type);
    }

    private static BadInput dose(String json, int status, String type) {
        return plan("dose", json, status, type);
    }

    private static String phase(String perWeek, String visits) {
        return "["
                + JsonBody.PHASE.with("perWeek", perWeek).with("visits", visits).json() + "]";
    }

    private static BadInput begin(String name, String json, int status, String type) {
        return wrong(COURSES, JsonBody.COURSE, name, json, status, type);
    }

    private static String chosen(String name, String json) {
        return "[" + JsonBody.CHOSEN.with(name, json).json() + "]";
    }

    private static String twice(String place, String start) {
        var second = JsonBody.CHOSEN.with("place", place).with("start", '"' + start + '"');
        return "[" + JsonBody.CHOSEN.json() + "," + second.json() + "]";
    }
}
