package health.reprieve.ui.problem;

import org.jspecify.annotations.Nullable;

/** Knows which refusal a service's own exceptions are. Each service gives one bean; it is asked before anyone else. */
@FunctionalInterface
public interface ProblemSource {

    /** The refusal that this exception is; null when it is none that this source knows. */
    @Nullable Problem of(Throwable failure);
}
