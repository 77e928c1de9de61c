package health.reprieve.ui.problem;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One kind of refusal, as the outside world sees it. Its words are the messages {@code problem.<type>.title} and
 * {@code problem.<type>.detail}; neither may name a person.
 *
 * @param type a stable name such as {@code time-taken}; programs read {@code urn:reprieve:problem:time-taken}
 * @param status the HTTP status
 * @param extra further members of the problem document, such as the nearest free times
 * @param retryAfter how long to wait before trying again; null where trying again would not help
 */
public record Problem(
        String type,
        HttpStatus status,
        Map<String, Object> extra,
        @Nullable Duration retryAfter) {

    /** What comes before the type in a problem document. */
    public static final String URN = "urn:reprieve:problem:";

    /** The type of {@link #outcomeUnknown()}. */
    static final String OUTCOME_UNKNOWN = "outcome-unknown";

    /** The member of {@link #extra} that holds {@code FormErrors}: told to programs field by field, to people as a list. */
    public static final String ERRORS = "errors";

    public Problem {
        extra = Map.copyOf(extra);
    }

    /** A refusal with further members, which trying again would not change. */
    public Problem(String type, HttpStatus status, Map<String, Object> extra) {
        this(type, status, extra, null);
    }

    /** A refusal that its type says all about. */
    public static Problem of(String type, HttpStatus status) {
        return new Problem(type, status, Map.of(), null);
    }

    /**
     * The work was begun and no answer came: a change may have been made or not. Whoever only wanted to look is told that
     * we are busy; {@code ProblemHandler} sees to that.
     */
    public static Problem outcomeUnknown() {
        return of(OUTCOME_UNKNOWN, HttpStatus.GATEWAY_TIMEOUT);
    }

    /** The same refusal, to be tried again after a while. */
    public Problem after(Duration wait) {
        return new Problem(type, status, extra, wait);
    }
}
