package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.BadInputs.API;
import static health.reprieve.booking.appointment.web.BadInputs.APPOINTMENTS;
import static health.reprieve.booking.appointment.web.BadInputs.bodies;
import static health.reprieve.booking.appointment.web.BadInputs.ids;
import static health.reprieve.booking.appointment.web.BadInputs.malformedVersions;
import static health.reprieve.booking.appointment.web.BadInputs.missing;
import static health.reprieve.booking.appointment.web.BadInputs.wrong;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Requests about visits that only staff make. */
final class StaffBadInputs {

    private static final String CORRECTION = APPOINTMENTS + "/{visit}/correction";
    private static final String DESK_BOOKINGS = API + "/desk-bookings";
    private static final String DAY_END = API + "/end-of-day";
    private static final String REASSIGNMENT = APPOINTMENTS + "/{visit}/reassignment";
    private static final String ROOM_USE = API + "/room-use";

    private StaffBadInputs() {}

    static List<BadInput> all() {
        return Stream.of(steps(), dayEnds(), deskBookings(), losses(), rooms())
                .flatMap(List::stream)
                .toList();
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

    private static List<BadInput> deskBookings() {
        var body = JsonBody.DESK_BOOKING;
        var all = TimeBadInputs.times(DESK_BOOKINGS, body);
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
                wrong(DESK_BOOKINGS, body, "note", "\" \"", 400, "invalid-input")));
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        all.add(BadInput.post("no key", DESK_BOOKINGS, body.json(), 400, "missing-value"));
        return all;
    }

    private static List<BadInput> losses() {
        var all = bodies(REASSIGNMENT, JsonBody.REASSIGNMENT);
        all.addAll(List.of(
                wrong(REASSIGNMENT, JsonBody.REASSIGNMENT, "therapistId", "\"Dana\"", 400, "unreadable-body"),
                wrong(REASSIGNMENT, JsonBody.REASSIGNMENT, "start", "\"2027-03-02T16:30:00\"", 400, "unreadable-body"),
                wrong(REASSIGNMENT, JsonBody.REASSIGNMENT, "note", "\" \"", 400, "invalid-input"),
                BadInput.post("has lost nothing", REASSIGNMENT, "{}", 409, "not-possible-now"),
                BadInput.post("nobody's", REASSIGNMENT.replace("{visit}", "{nobody}"), "{}", 404, "not-found")));
        all.replaceAll(bad -> bad.with(HttpHeaders.IF_MATCH, "\"1\""));
        all.addAll(malformedVersions(REASSIGNMENT, "{}"));
        all.add(BadInput.get("no clinic", API + "/reassignments", 400, "missing-value"));
        all.add(BadInput.get("no row", API + "/reassignments?clinicId={clinic}&limit=0", 400, "invalid-input"));
        all.add(BadInput.get("nobody", API + "/reassignments?clinicId={clinic}&after={nobody}", 404, "not-found"));
        return all;
    }

    private static List<BadInput> rooms() {
        var use = JsonBody.ROOM_USE.with("roomId", "\"{nobody}\"");
        var all = bodies(ROOM_USE, use);
        all.addAll(ids(ROOM_USE, use, "clinicId"));
        all.addAll(ids(ROOM_USE, use, "roomId"));
        all.add(missing(ROOM_USE, use, "inUse"));
        all.add(wrong(ROOM_USE, use, "inUse", "\"perhaps\"", 400, "unreadable-body"));
        all.add(BadInput.post("no such room", ROOM_USE, use.json(), 422, "room-unknown"));
        return all;
    }
}
