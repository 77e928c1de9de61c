package health.reprieve.booking.web;

import health.reprieve.ui.problem.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that does not say what it must, or says it wrongly. Its problem tells what and how to mend it. */
public final class RequestRefused extends RuntimeException {

    private final transient Problem problem;

    private RequestRefused(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    public static RequestRefused missing(String name) {
        return new RequestRefused(new Problem("missing-value", HttpStatus.BAD_REQUEST, Map.of("name", name)));
    }

    public static RequestRefused bad(String name) {
        return new RequestRefused(new Problem("bad-value", HttpStatus.BAD_REQUEST, Map.of("name", name)));
    }

    /** One therapist and several are named, or one of several twice. */
    public static RequestRefused therapistsUnclear() {
        return new RequestRefused(Problem.of("therapists-unclear", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** One visit is named twice among those that are to be changed together. */
    public static RequestRefused visitTwice() {
        return new RequestRefused(Problem.of("visit-twice", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** A change must say which version it was decided on. */
    public static RequestRefused versionNeeded() {
        return new RequestRefused(Problem.of("version-needed", HttpStatus.PRECONDITION_REQUIRED));
    }

    /** Only patients book for themselves. */
    public static RequestRefused patientsOnly() {
        return new RequestRefused(Problem.of("not-allowed", HttpStatus.FORBIDDEN));
    }

    public Problem problem() {
        return problem;
    }
}
