package health.reprieve.therapist.oversight.web;

import health.reprieve.therapist.credential.CredentialRefused;
import health.reprieve.therapist.profile.TherapistRefused;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The refusals of therapists and credentials as the outside world sees them. */
@Component
class OversightProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Throwable failure) {
        return switch (failure) {
            case TherapistRefused refused -> of(refused);
            case CredentialRefused refused -> of(refused);
            case BadRequest bad -> of(bad);
            default -> null;
        };
    }

    private static Problem of(TherapistRefused refused) {
        return switch (refused) {
            case TherapistRefused.TherapistUnknown _, TherapistRefused.CredentialUnknown _ ->
                Problem.of("not-found", HttpStatus.NOT_FOUND);
            case TherapistRefused.VersionStale _ -> Problem.of("therapist-changed", HttpStatus.PRECONDITION_FAILED);
        };
    }

    private static Problem of(CredentialRefused refused) {
        return switch (refused) {
            case CredentialRefused.AlreadySuspended _ -> Problem.of("licence-suspended", HttpStatus.CONFLICT);
            case CredentialRefused.NotSuspended _ -> Problem.of("licence-not-suspended", HttpStatus.CONFLICT);
        };
    }

    private static Problem of(BadRequest bad) {
        return switch (bad) {
            case BadRequest.BadValue value ->
                new Problem("bad-value", HttpStatus.BAD_REQUEST, Map.of("name", value.name()));
            case BadRequest.Invalid invalid ->
                new Problem("invalid-input", HttpStatus.BAD_REQUEST, Map.of(Problem.ERRORS, invalid.errors()));
            case BadRequest.VersionMissing _ -> Problem.of("version-missing", HttpStatus.PRECONDITION_REQUIRED);
        };
    }
}
