package health.reprieve.booking.waitlist.web;

import health.reprieve.booking.waitlist.WaitRefused;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** One problem type for each refusal. */
@Component
class WaitProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Throwable failure) {
        return failure instanceof WaitRefused refusal ? problem(refusal) : null;
    }

    private static Problem problem(WaitRefused refusal) {
        return switch (refusal) {
            case WaitRefused.Unknown unknown -> Problem.of("not-found", HttpStatus.NOT_FOUND);
            case WaitRefused.DaysOutOfOrder days -> unprocessable("days-out-of-order", Map.of());
            case WaitRefused.DaysOver days -> unprocessable("days-over", Map.of());
            case WaitRefused.DaysTooFar days ->
                unprocessable("days-too-far", Map.of("farthest", days.farthest().toString()));
            case WaitRefused.DaysNeverCome days -> unprocessable("days-never-come", Map.of());
            case WaitRefused.TherapistUnknown therapist -> unprocessable("therapist-unknown", Map.of());
            case WaitRefused.KeyReused key -> unprocessable("key-reused", Map.of());
            case WaitRefused.TooManyWishes many ->
                new Problem("too-many-wishes", HttpStatus.CONFLICT, Map.of("most", many.most()));
            case WaitRefused.OfferExpired offer -> Problem.of("offer-expired", HttpStatus.GONE);
            case WaitRefused.OfferWithdrawn offer -> Problem.of("offer-withdrawn", HttpStatus.GONE);
            case WaitRefused.OfferDeclined offer -> Problem.of("offer-declined", HttpStatus.CONFLICT);
            case WaitRefused.OfferAccepted offer -> Problem.of("offer-accepted", HttpStatus.CONFLICT);
        };
    }

    private static Problem unprocessable(String type, Map<String, Object> extra) {
        return new Problem(type, HttpStatus.UNPROCESSABLE_CONTENT, extra);
    }
}
