package health.reprieve.frontdoor.limit;

import java.time.Duration;

/** It was done too often; it may be done again after a while. */
public final class TooManyTries extends RuntimeException {

    private final Duration wait;

    TooManyTries(Scope scope, Duration wait) {
        super(scope.label());
        this.wait = wait;
    }

    /** How long until there is a turn again. */
    public Duration waitFor() {
        return wait;
    }
}
