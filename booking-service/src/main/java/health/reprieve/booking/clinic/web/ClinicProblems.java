package health.reprieve.booking.clinic.web;

import health.reprieve.booking.clinic.ClinicRefused;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** One problem type for each refusal. */
@Component
class ClinicProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Throwable failure) {
        return switch (failure) {
            case ClinicRefused refusal -> problem(refusal);
            case ClinicRequestRefused request -> request.problem();
            default -> null;
        };
    }

    private static Problem problem(ClinicRefused refusal) {
        return switch (refusal) {
            case ClinicRefused.Unknown unknown -> Problem.of("not-found", HttpStatus.NOT_FOUND);
            case ClinicRefused.NotPermitted others -> Problem.of("not-allowed", HttpStatus.FORBIDDEN);
            case ClinicRefused.RoomUnknown room -> unprocessable("room-unknown", Map.of());
            case ClinicRefused.TherapistUnknown therapist -> unprocessable("therapist-unknown", Map.of());
            case ClinicRefused.EndBeforeStart end -> unprocessable("end-before-start", Map.of());
            case ClinicRefused.SpanTooLong span -> unprocessable("span-too-long", Map.of("mostDays", span.mostDays()));
            case ClinicRefused.OutOfReach reach -> unprocessable("out-of-reach", Map.of());
            case ClinicRefused.TimeNeverShown never ->
                unprocessable("time-never-shown", Map.of("time", never.local().toString()));
            case ClinicRefused.TimeShownTwice twice ->
                unprocessable(
                        "time-shown-twice",
                        Map.of(
                                "time",
                                twice.local().toString(),
                                "offsets",
                                twice.offsets().stream().map(ZoneOffset::getId).toList()));
            case ClinicRefused.IdUsed used -> Problem.of("id-used", HttpStatus.CONFLICT);
            case ClinicRefused.HoursOverlap overlap ->
                unprocessable("hours-overlap", Map.of("day", overlap.day().name()));
            case ClinicRefused.GridDoesNotFit grid -> unprocessable("grid-does-not-fit", Map.of());
            case ClinicRefused.VersionStale stale ->
                new Problem("changed-meanwhile", HttpStatus.PRECONDITION_FAILED, Map.of("version", stale.current()));
        };
    }

    private static Problem unprocessable(String type, Map<String, Object> extra) {
        return new Problem(type, HttpStatus.UNPROCESSABLE_CONTENT, extra);
    }
}
