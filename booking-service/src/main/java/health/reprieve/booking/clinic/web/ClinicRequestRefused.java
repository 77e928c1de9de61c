package health.reprieve.booking.clinic.web;

import health.reprieve.ui.problem.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that says what it means in two ways, or in none. */
final class ClinicRequestRefused extends RuntimeException {

    private final transient Problem problem;

    private ClinicRequestRefused(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    /** Neither times nor days are given, or both, or half of one of them; or both a therapist and a room. */
    static ClinicRequestRefused closureUnclear() {
        return new ClinicRequestRefused(Problem.of("closure-unclear", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** Two fields contradict each other, or one needs another. */
    static ClinicRequestRefused policyUnclear(String field) {
        return new ClinicRequestRefused(
                new Problem("policy-unclear", HttpStatus.UNPROCESSABLE_CONTENT, Map.of("name", field)));
    }

    Problem problem() {
        return problem;
    }
}
