package health.reprieve.booking.appointment.web;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Visits that cannot be moved together as it is asked. */
final class MoveBadInputs {

    private static final String MOVES = BadInputs.API + "/moves";
    private static final JsonBody ONE = JsonBody.MOVED;

    private MoveBadInputs() {}

    static List<BadInput> all() {
        var all = BadInputs.bodies(MOVES, JsonBody.MOVES);
        Stream.of(lists(), members(), therapists(), inTheWay()).forEach(all::addAll);
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        all.addAll(List.of(
                BadInput.post("no key", MOVES, JsonBody.MOVES.json(), 400, "missing-value"),
                BadInput.post("a blank key", MOVES, JsonBody.MOVES.json(), 400, "bad-value")
                        .with("Idempotency-Key", ""),
                BadInput.post("a key too long", MOVES, JsonBody.MOVES.json(), 400, "bad-value")
                        .with("Idempotency-Key", "k".repeat(256))));
        return all;
    }

    private static List<BadInput> lists() {
        return List.of(
                BadInputs.missing(MOVES, JsonBody.MOVES, "visits"),
                wrong("[]", 400, "invalid-input"),
                wrong("[null]", 400, "invalid-input"),
                wrong("{}", 400, "unreadable-body"),
                wrong('"' + "all" + '"', 400, "unreadable-body"),
                wrong(list(Collections.nCopies(51, ONE)), 400, "invalid-input"),
                wrong(list(List.of(ONE, ONE)), 422, "visit-twice"),
                BadInputs.wrong(MOVES, JsonBody.MOVES, "note", "\" \"", 400, "invalid-input"),
                BadInputs.wrong(MOVES, JsonBody.MOVES, "note", '"' + "x".repeat(501) + '"', 400, "invalid-input"),
                BadInputs.wrong(MOVES, JsonBody.MOVES, "note", "\"ill\\u0000\"", 400, "unreadable-body"),
                BadInputs.wrong(MOVES, JsonBody.MOVES, "note", "7", 400, "unreadable-body"));
    }

    private static List<BadInput> members() {
        return List.of(
                wrong(ONE.without("id"), 400, "invalid-input"),
                wrong(ONE.with("id", "\"17\""), 400, "unreadable-body"),
                wrong(ONE.without("version"), 400, "invalid-input"),
                wrong(ONE.with("version", "0"), 400, "invalid-input"),
                wrong(ONE.with("version", "1.5"), 400, "unreadable-body"),
                wrong(ONE.with("version", "99999999999999999999"), 400, "unreadable-body"),
                wrong(ONE.with("start", "\"2027-03-02T16:30:00\""), 400, "unreadable-body"),
                wrong(ONE.with("start", "\"tomorrow\""), 400, "unreadable-body"),
                wrong(ONE.with("start", "\"2200-03-02T16:30:00Z\""), 400, "bad-value"),
                wrong(ONE.with("start", "\"+999999999-12-31T23:59:59-18:00\""), 400, "bad-value"),
                wrong(ONE.with("start", "\"-999999999-01-01T00:00:00+18:00\""), 400, "bad-value"),
                wrong(ONE.with("vip", "true"), 400, "unreadable-body"));
    }

    private static List<BadInput> therapists() {
        var two = "[\"{therapist}\",\"{nobody}\"]";
        return List.of(
                wrong(ONE.with("therapistId", "\"Dana\""), 400, "unreadable-body"),
                wrong(ONE.with("therapistIds", "[\"{therapist}\"]"), 400, "invalid-input"),
                wrong(ONE.with("therapistIds", "[\"{therapist}\",null]"), 400, "invalid-input"),
                wrong(ONE.with("anyTherapist", "\"yes\""), 400, "unreadable-body"),
                wrong(ONE.with("therapistIds", "[\"{therapist}\",\"{therapist}\"]"), 422, "therapists-unclear"),
                wrong(ONE.with("therapistId", "\"{therapist}\"").with("therapistIds", two), 422, "therapists-unclear"),
                wrong(ONE.with("therapistIds", two).with("anyTherapist", "true"), 422, "therapists-unclear"));
    }

    /** What is said well and cannot be done. */
    private static List<BadInput> inTheWay() {
        return Stream.of(
                        ONE.with("id", "\"{nobody}\""),
                        ONE.with("version", "2"),
                        ONE.with("therapistId", "\"{nobody}\""),
                        ONE.with("start", "\"2027-03-02T16:30:01Z\""),
                        ONE.with("start", "\"2020-03-02T16:30:00Z\""),
                        ONE.with("start", "\"2099-03-02T16:30:00Z\""))
                .map(one -> wrong(one, 409, "visits-in-the-way"))
                .toList();
    }

    private static BadInput wrong(JsonBody one, int status, String type) {
        return wrong(list(List.of(one)), status, type);
    }

    private static BadInput wrong(String visits, int status, String type) {
        return BadInputs.wrong(MOVES, JsonBody.MOVES, "visits", visits, status, type);
    }

    private static String list(List<JsonBody> some) {
        return some.stream().map(JsonBody::json).toList().toString();
    }
}
