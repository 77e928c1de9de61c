package health.reprieve.cases;

import org.jspecify.annotations.Nullable;

/** A case that cannot be: the message says what is wrong and where. */
final class CaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    CaseRefused(@Nullable String message) {
        super(message);
    }
}
