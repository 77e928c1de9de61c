package health.reprieve.frontdoor;

import health.reprieve.database.DatabaseBusy;
import health.reprieve.frontdoor.limit.TooManyTries;
import health.reprieve.frontdoor.route.AnswerLost;
import health.reprieve.frontdoor.route.OtherSite;
import health.reprieve.frontdoor.route.ServiceAway;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the front door's own refusals are to the outside. */
@Component
final class FrontDoorProblems implements ProblemSource {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    @Override
    public @Nullable Problem of(Throwable failure) {
        return switch (failure) {
            case TooManyTries tries -> tooMany(tries.waitFor());
            case OtherSite other -> Problem.of("other-site", HttpStatus.FORBIDDEN);
            case ServiceAway away -> unavailable();
            case DatabaseBusy busy -> unavailable();
            case CannotCreateTransactionException away -> unavailable();
            case AnswerLost lost -> Problem.outcomeUnknown();
            default -> null;
        };
    }

    private static Problem tooMany(Duration wait) {
        return new Problem(
                        "too-many-requests",
                        HttpStatus.TOO_MANY_REQUESTS,
                        Map.of("retryAfterSeconds", wait.toSeconds()))
                .after(wait);
    }

    private static Problem unavailable() {
        return Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE).after(A_MOMENT);
    }
}
