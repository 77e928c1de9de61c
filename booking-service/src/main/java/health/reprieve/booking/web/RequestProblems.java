package health.reprieve.booking.web;

import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What requests lack, as problems. */
@Component
class RequestProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Throwable failure) {
        return failure instanceof RequestRefused request ? request.problem() : null;
    }
}
