package health.reprieve.backing;

import org.jspecify.annotations.Nullable;

/** A server cannot start here; the message is one sentence or two for a person: what is wrong and what to do. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    public CannotStart(String message) {
        this(message, null);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    /** What to show a person. */
    public String sentence() {
        return sentence;
    }
}
