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
