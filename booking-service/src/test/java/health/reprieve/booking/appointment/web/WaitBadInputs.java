package health.reprieve.booking.appointment.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;

/** Requests about the waiting list that say too little or the wrong thing. */
final class WaitBadInputs {

    private static final String WAITING = BadInputs.API + "/waiting-list";
    private static final String OFFERS = WAITING + "/offers";
    private static final String LINE = ClinicBadInputs.CLINICS + "clinic}/waiting-list";
    private static final String LINE_ELSEWHERE = ClinicBadInputs.CLINICS + "nobody}/waiting-list";

    private WaitBadInputs() {}

    static List<BadInput> all() {
        var all = new ArrayList<BadInput>();
        all.addAll(joins());
        all.addAll(additions());
        all.addAll(keys());
        all.addAll(single());
        return all;
    }

    private static List<BadInput> joins() {
        var all = wishes(WAITING, JsonBody.WAITING);
        all.addAll(BadInputs.ids(WAITING, JsonBody.WAITING, "clinicId"));
        all.addAll(BadInputs.names(WAITING, JsonBody.WAITING));
        all.add(BadInputs.wrong(WAITING, JsonBody.WAITING, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        return all;
    }

    private static List<BadInput> additions() {
        var all = wishes(LINE, JsonBody.DESK_WAITING);
        all.addAll(BadInputs.ids(LINE, JsonBody.DESK_WAITING, "patientId"));
        all.add(BadInputs.wrong(LINE, JsonBody.DESK_WAITING, "patientId", "\"{nobody}\"", 422, "patient-unknown"));
        all.add(BadInput.post("nobody's clinic", LINE_ELSEWHERE, JsonBody.DESK_WAITING.json(), 422, "clinic-unknown"));
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        return all;
    }

    private static List<BadInput> wishes(String path, JsonBody body) {
        var all = BadInputs.bodies(path, body);
        all.addAll(BadInputs.conditions(path, body));
        all.addAll(BadInputs.treatments(path, body));
        all.add(BadInputs.wrong(path, body, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed"));
        for (var day : List.of("firstDay", "lastDay")) {
            all.add(BadInputs.missing(path, body, day));
            all.add(BadInputs.wrong(path, body, day, "\"2027-02-30\"", 400, "unreadable-body"));
            all.add(BadInputs.wrong(path, body, day, "\"soon\"", 400, "unreadable-body"));
            all.add(BadInputs.wrong(path, body, day, "20270302", 400, "unreadable-body"));
        }
        all.addAll(days(path, body));
        all.addAll(choices(path, body));
        return all;
    }

    private static List<BadInput> days(String path, JsonBody body) {
        return List.of(
                BadInputs.wrong(path, body, "lastDay", "\"2027-03-01\"", 422, "days-out-of-order"),
                BadInputs.wrong(path, body, "firstDay", "\"+999999999-12-31\"", 422, "days-out-of-order"),
                BadInputs.wrong(path, body, "firstDay", "\"-999999999-01-01\"", 422, "days-over"),
                BadInputs.wrong(
                        path, body.with("firstDay", "\"2027-02-20\""), "lastDay", "\"2027-02-28\"", 422, "days-over"),
                BadInputs.wrong(path, body, "lastDay", "\"2028-04-05\"", 422, "days-too-far"),
                BadInputs.wrong(path, body, "lastDay", "\"+999999999-12-31\"", 422, "days-too-far"),
                BadInputs.wrong(
                        path,
                        body.with("lastDay", "\"2027-03-03\""),
                        "days",
                        "[\"SATURDAY\",\"SUNDAY\"]",
                        422,
                        "days-never-come"));
    }

    private static List<BadInput> choices(String path, JsonBody body) {
        return List.of(
                BadInputs.wrong(path, body, "days", "\"MONDAY\"", 400, "unreadable-body"),
                BadInputs.wrong(path, body, "days", "[\"Monday\"]", 400, "unreadable-body"),
                BadInputs.wrong(path, body, "days", "[1]", 400, "unreadable-body"),
                BadInputs.wrong(path, body, "days", "[null]", 400, "invalid-input"),
                BadInputs.wrong(
                        path, body, "days", "[" + "\"MONDAY\",".repeat(7) + "\"MONDAY\"]", 400, "invalid-input"),
                BadInputs.wrong(path, body, "partsOfDay", "[\"NIGHT\"]", 400, "unreadable-body"),
                BadInputs.wrong(path, body, "partsOfDay", "[null]", 400, "invalid-input"),
                BadInputs.wrong(path, body, "therapistIds", "[\"17\"]", 400, "unreadable-body"),
                BadInputs.wrong(path, body, "therapistIds", "[null]", 400, "invalid-input"),
                BadInputs.wrong(path, body, "therapistIds", "[\"{nobody}\"]", 422, "therapist-unknown"),
                BadInputs.wrong(
                        path,
                        body,
                        "therapistIds",
                        "[" + "\"{therapist}\",".repeat(50) + "\"{therapist}\"]",
                        400,
                        "invalid-input"));
    }

    private static List<BadInput> keys() {
        var joining = JsonBody.WAITING.json();
        var adding = JsonBody.DESK_WAITING.json();
        return List.of(
                BadInput.post("no key", WAITING, joining, 400, "missing-value"),
                BadInput.post("a blank key", WAITING, joining, 400, "invalid-input")
                        .with("Idempotency-Key", ""),
                BadInput.post("a key too long", WAITING, joining, 400, "invalid-input")
                        .with("Idempotency-Key", "k".repeat(256)),
                BadInput.post("no key", LINE, adding, 400, "missing-value"),
                BadInput.post("a key too long", LINE, adding, 400, "invalid-input")
                        .with("Idempotency-Key", "k".repeat(256)));
    }

    private static List<BadInput> single() {
        return List.of(
                BadInput.get("nobody's", WAITING + "/{nobody}", 404, "not-found"),
                BadInput.get("no id", WAITING + "/17", 400, "bad-value"),
                BadInput.get("nobody's", WAITING + "/{nobody}/offers", 404, "not-found"),
                BadInput.get("nobody's", WAITING + "/{nobody}", 404, "not-found")
                        .by(HttpMethod.DELETE),
                BadInput.get("nobody's", OFFERS + "/{nobody}", 404, "not-found"),
                BadInput.get("no id", OFFERS + "/17", 400, "bad-value"),
                BadInput.post("nobody's", OFFERS + "/{nobody}/acceptance", null, 404, "not-found"),
                BadInput.post("nobody's", OFFERS + "/{nobody}/refusal", null, 404, "not-found"),
                BadInput.get("no row", LINE + "?limit=0", 400, "invalid-input"),
                BadInput.get("too many rows", LINE + "?limit=101", 400, "invalid-input"),
                BadInput.get("a cursor of nobody", LINE + "?after={nobody}", 404, "not-found"),
                BadInput.get("nobody's clinic", LINE_ELSEWHERE, 404, "not-found"));
    }
}
