package health.reprieve.booking.course.web;

import health.reprieve.booking.appointment.BeyondCourse;
import health.reprieve.booking.course.CourseRefused;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** One problem type for each refusal. */
@Component
class CourseProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Throwable failure) {
        return switch (failure) {
            case CourseRefused refusal -> problem(refusal);
            case BeyondCourse beyond -> problem(beyond.limit());
            default -> null;
        };
    }

    private static Problem problem(BeyondCourse.Limit limit) {
        return switch (limit) {
            case REFERRAL_VISITS -> Problem.of("referral-used-up", HttpStatus.CONFLICT);
            case REFERRAL_DAYS -> Problem.of("outside-referral", HttpStatus.UNPROCESSABLE_CONTENT);
            case ONE_PER_PLACE -> Problem.of("made-up-for", HttpStatus.CONFLICT);
        };
    }

    private static Problem problem(CourseRefused refusal) {
        return switch (refusal) {
            case CourseRefused.Unknown unknown -> Problem.of("not-found", HttpStatus.NOT_FOUND);
            case CourseRefused.ReferralUnknown unknown ->
                Problem.of("referral-unknown", HttpStatus.UNPROCESSABLE_CONTENT);
            case CourseRefused.ReferralDiffers differs -> Problem.of("id-used", HttpStatus.CONFLICT);
            case CourseRefused.DoseNeeded dose -> Problem.of("dose-needed", HttpStatus.UNPROCESSABLE_CONTENT);
            case CourseRefused.FirstDayOutOfReach day ->
                Problem.of("first-day-out-of-reach", HttpStatus.UNPROCESSABLE_CONTENT);
            case CourseRefused.DoseImpossible dose -> Problem.of("dose-impossible", HttpStatus.UNPROCESSABLE_CONTENT);
            case CourseRefused.TooFewDays few -> unprocessable("too-few-days", "needed", few.needed());
            case CourseRefused.PlaceTwice twice -> unprocessable("place-twice", "place", twice.place());
            case CourseRefused.PlaceUnknown place -> unprocessable("place-unknown", "place", place.place());
            case CourseRefused.PlaceTaken taken ->
                new Problem("place-taken", HttpStatus.CONFLICT, Map.of("place", taken.place()));
            case CourseRefused.PlaceOver over ->
                new Problem("place-over", HttpStatus.CONFLICT, Map.of("place", over.place()));
            case CourseRefused.TooClose close ->
                unprocessable("too-close-together", "places", List.of(close.first(), close.second()));
            case CourseRefused.TooLong tooLong -> unprocessable("course-too-long", "most", tooLong.most());
            case CourseRefused.AlreadyStopped stopped -> Problem.of("course-stopped", HttpStatus.CONFLICT);
            case CourseRefused.GoingOn on ->
                new Problem(
                        "course-going-on",
                        HttpStatus.CONFLICT,
                        Map.of("courseId", on.other().value()));
            case CourseRefused.VersionStale stale ->
                new Problem("changed-meanwhile", HttpStatus.PRECONDITION_FAILED, Map.of("version", stale.current()));
        };
    }

    private static Problem unprocessable(String type, String name, Object value) {
        return new Problem(type, HttpStatus.UNPROCESSABLE_CONTENT, Map.of(name, value));
    }
}
