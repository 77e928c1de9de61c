package health.reprieve.booking.appointment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Requests for a time that name its therapist wrongly, or the therapists of whom any may treat. */
final class TherapistBadInputs {

    private TherapistBadInputs() {}

    static List<BadInput> of(String path, JsonBody body) {
        var several = body.without("therapistId");
        var all = new ArrayList<>(BadInputs.wrongIds(path, body, "therapistId"));
        all.add(BadInputs.wrong(path, body, "therapistId", "\"{nobody}\"", 422, "time-not-offered"));
        for (var one : List.of("\"{therapist}\"", "{}", "17", "[17, 18]", "[\"{therapist}\", \"\"]", "[[], []]")) {
            all.add(BadInputs.wrong(path, several, "therapistIds", one, 400, "unreadable-body"));
        }
        for (var few : List.of("[]", "[\"{therapist}\"]", "[\"{therapist}\", null]")) {
            all.add(BadInputs.wrong(path, several, "therapistIds", few, 400, "invalid-input"));
        }
        var many = Stream.generate(UUID::randomUUID).limit(21).map(id -> '"' + id.toString() + '"');
        all.add(BadInputs.wrong(path, several, "therapistIds", many.toList().toString(), 400, "invalid-input"));
        var two = "[\"{therapist}\", \"{nobody}\"]";
        all.add(BadInputs.wrong(path, body, "therapistIds", two, 422, "therapists-unclear"));
        var twice = "[\"{therapist}\", \"{therapist}\"]";
        all.add(BadInputs.wrong(path, several, "therapistIds", twice, 422, "therapists-unclear"));
        var nobody = "[\"{nobody}\", \"{visit}\"]";
        all.add(BadInputs.wrong(path, several, "therapistIds", nobody, 422, "time-not-offered"));
        return all;
    }
}
