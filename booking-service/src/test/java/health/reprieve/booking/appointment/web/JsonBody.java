package health.reprieve.booking.appointment.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object whose members a case may leave out or replace. */
record JsonBody(Map<String, String> members) {

    static final JsonBody OPENINGS = new JsonBody(Map.of("clinicId", "\"{clinic}\"", "condition", "\"NECK_PAIN\""));
    static final JsonBody HOLD =
            OPENINGS.with("therapistId", "\"{therapist}\"").with("start", "\"2027-03-02T16:30:00Z\"");
    static final JsonBody BOOKING = HOLD.with("name", "\"Rosa\"").with("language", "\"es\"");
    static final JsonBody CLOSURE = new JsonBody(
            Map.of("from", "\"2027-03-02T10:00\"", "until", "\"2027-03-02T12:00\"", "reason", "\"REPAIR\""));
    static final JsonBody OPENING_SPAN =
            new JsonBody(Map.of("day", "\"MONDAY\"", "from", "\"08:00\"", "until", "\"12:30\""));
    static final JsonBody OPENING_HOURS = new JsonBody(Map.of("spans", "[" + OPENING_SPAN.json() + "]"));
    static final JsonBody POLICY = new JsonBody(Map.of("restMinutes", "10"));
    static final JsonBody DESK_BOOKING = BOOKING.with("email", "\"rosa@example.org\"");
    static final JsonBody MOVE = new JsonBody(Map.of("start", "\"2027-03-02T16:30:00Z\""));

    static final JsonBody MOVED = MOVE.with("id", "\"{visit}\"").with("version", "1");
    static final JsonBody MOVES = new JsonBody(Map.of("visits", "[" + MOVED.json() + "]"));

    static final JsonBody NOTE = new JsonBody(Map.of("note", "\"a wrong click\""));
    static final JsonBody DAY_END = new JsonBody(Map.of("clinicId", "\"{clinic}\"", "date", "\"2027-03-01\""));
    static final JsonBody REASSIGNMENT = new JsonBody(Map.of("note", "\"a colleague takes over\""));
    static final JsonBody ROOM_USE =
            new JsonBody(Map.of("clinicId", "\"{clinic}\"", "roomId", "\"{room}\"", "inUse", "false"));
    static final JsonBody WAITING = OPENINGS.with("firstDay", "\"2027-03-02\"")
            .with("lastDay", "\"2027-03-15\"")
            .with("name", "\"Rosa\"")
            .with("language", "\"es\"");
    static final JsonBody DESK_WAITING =
            WAITING.without("clinicId").without("name").without("language").with("patientId", "\"{patient}\"");
    static final JsonBody CANCELLATION = new JsonBody(Map.of("reason", "\"OTHER_PLANS\""));

    static final JsonBody CHOSEN =
            new JsonBody(Map.of("place", "1", "start", "\"2027-03-05T16:30:00Z\"", "therapistId", "\"{therapist}\""));
    static final JsonBody COURSE = OPENINGS.with("firstDay", "\"2027-03-02\"")
            .with("visits", "[" + CHOSEN.json() + "]")
            .with("name", "\"Rosa\"")
            .with("language", "\"es\"");
    static final JsonBody PHASE = new JsonBody(Map.of("perWeek", "2", "visits", "8"));
    static final JsonBody DOSE = new JsonBody(Map.of("phases", "[" + PHASE.json() + "]"));
    static final JsonBody COURSE_VISITS = new JsonBody(Map.of(
            "visits",
            "["
                    + CHOSEN.with("place", "3")
                            .with("start", "\"2027-03-09T15:00:00Z\"")
                            .json() + "]"));
    static final JsonBody SKIP = new JsonBody(Map.of("place", "2"));
    static final JsonBody REFERRAL = new JsonBody(
            Map.of("patientId", "\"{patient}\"", "visits", "12", "firstDay", "\"2027-03-01\"", "days", "90"));

    JsonBody with(String name, String json) {
        var more = new LinkedHashMap<>(members);
        more.put(name, json);
        return new JsonBody(more);
    }

    JsonBody without(String name) {
        var fewer = new LinkedHashMap<>(members);
        fewer.remove(name);
        return new JsonBody(fewer);
    }

    String json() {
        var parts = new ArrayList<String>();
        members.forEach((name, json) -> parts.add('"' + name + "\":" + json));
        return "{" + String.join(",", parts) + "}";
    }
}
