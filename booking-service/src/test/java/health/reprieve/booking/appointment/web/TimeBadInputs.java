package health.reprieve.booking.appointment.web;

import static health.reprieve.booking.appointment.web.BadInputs.API;
import static health.reprieve.booking.appointment.web.BadInputs.APPOINTMENTS;
import static health.reprieve.booking.appointment.web.BadInputs.HOLDS;
import static health.reprieve.booking.appointment.web.BadInputs.bodies;
import static health.reprieve.booking.appointment.web.BadInputs.conditions;
import static health.reprieve.booking.appointment.web.BadInputs.ids;
import static health.reprieve.booking.appointment.web.BadInputs.names;
import static health.reprieve.booking.appointment.web.BadInputs.starts;
import static health.reprieve.booking.appointment.web.BadInputs.treatments;
import static health.reprieve.booking.appointment.web.BadInputs.wrong;

import java.util.List;
import java.util.stream.Stream;

/** Requests for a time: to find one, to hold one, to book one. */
final class TimeBadInputs {

    private static final String OPENINGS = API + "/openings";

    private TimeBadInputs() {}

    static List<BadInput> all() {
        return Stream.of(searches(), holds(), bookings()).flatMap(List::stream).toList();
    }

    private static List<BadInput> searches() {
        var all = kindsOfCare(OPENINGS, JsonBody.OPENINGS);
        for (var day : List.of("\"2027-02-30\"", "\"soon\"", "20270302")) {
            all.add(wrong(OPENINGS, JsonBody.OPENINGS, "from", day, 400, "unreadable-body"));
        }
        return all;
    }

    private static List<BadInput> holds() {
        return times(HOLDS, JsonBody.HOLD);
    }

    private static List<BadInput> bookings() {
        var all = times(APPOINTMENTS, JsonBody.BOOKING);
        all.addAll(names(APPOINTMENTS, JsonBody.BOOKING));
        all.add(wrong(APPOINTMENTS, JsonBody.BOOKING, "holdId", "\"{nobody}\"", 404, "hold-unknown"));
        all.add(wrong(APPOINTMENTS, JsonBody.BOOKING, "holdId", "\"mine\"", 400, "unreadable-body"));
        all.replaceAll(bad -> bad.with("Idempotency-Key", "k"));
        all.addAll(keys());
        return all;
    }

    /** What can be wrong wherever one time is asked for. */
    static List<BadInput> times(String path, JsonBody body) {
        var all = kindsOfCare(path, body);
        all.addAll(TherapistBadInputs.of(path, body));
        all.addAll(starts(path, body));
        return all;
    }

    /** What can be wrong wherever care is asked for, at whatever time. */
    private static List<BadInput> kindsOfCare(String path, JsonBody body) {
        var all = bodies(path, body);
        all.addAll(ids(path, body, "clinicId"));
        all.addAll(conditions(path, body));
        all.addAll(treatments(path, body));
        all.add(wrong(path, body, "clinicId", "\"{nobody}\"", 422, "clinic-unknown"));
        all.add(wrong(path, body, "condition", "\"NERVE_PAIN\"", 422, "clearance-needed"));
        return all;
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
}
