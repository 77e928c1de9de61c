package health.reprieve.therapist.visit.web;

import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The refusals of the day book as the outside world sees them. */
@Component
class VisitProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Throwable failure) {
        return failure instanceof UnreadableDay
                ? new Problem("bad-value", HttpStatus.BAD_REQUEST, Map.of("name", "day"))
                : null;
    }
}
