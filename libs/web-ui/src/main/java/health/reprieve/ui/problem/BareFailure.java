package health.reprieve.ui.problem;

import org.jspecify.annotations.Nullable;

/**
 * A failure as the log may show it: kinds, messages and stack traces, without what was noted beside it on its way. There
 * Spring names the path and the query of the request, and both may carry a token.
 */
final class BareFailure extends Exception {

    private static final int DEEPEST = 20;

    BareFailure(Throwable failure) {
        this(failure, DEEPEST);
    }

    private BareFailure(Throwable failure, int deep) {
        super(failure.toString(), causeOf(failure, deep), false, true);
        setStackTrace(failure.getStackTrace());
    }

    private static @Nullable Throwable causeOf(Throwable failure, int deep) {
        var cause = failure.getCause();
        return cause == null || deep == 0 ? null : new BareFailure(cause, deep - 1);
    }
}
