package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.BadInputs.API;
import static health.reprieve.booking.appointment.web.BadInputs.APPOINTMENTS;
import static health.reprieve.booking.appointment.web.BadInputs.HOLDS;
import static health.reprieve.booking.appointment.web.BadInputs.bodies;
import static health.reprieve.booking.appointment.web.BadInputs.starts;
import static health.reprieve.booking.appointment.web.BadInputs.versions;
import static health.reprieve.booking.appointment.web.BadInputs.wrong;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Requests about what somebody has: visits, and the time that is held for them. */
final class VisitBadInputs {

    private static final String CANCELLATION = APPOINTMENTS + "/{visit}/cancellation";
    private static final String MOVE = APPOINTMENTS + "/{visit}/move";

    private VisitBadInputs() {}

    static List<BadInput> all() {
        return Stream.of(lists(), single(), changes()).flatMap(List::stream).toList();
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
}
