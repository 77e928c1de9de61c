package health.reprieve.frontdoor.route;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** How a service answered a request that was handed on to it. */
public enum UpstreamAnswer {
    SUCCESS,
    REDIRECTION,
    CLIENT_ERROR,
    SERVER_ERROR,
    /** It was asked, and its answer did not come in time or not whole. */
    LOST,
    /** It was not reached; nothing was done. */
    AWAY,
    /** The request failed here, before or after. */
    FAILED;

    static UpstreamAnswer of(@Nullable HttpStatusCode status) {
        if (status == null) {
            return FAILED;
        }
        if (status.is5xxServerError()) {
            return SERVER_ERROR;
        }
        if (status.is4xxClientError()) {
            return CLIENT_ERROR;
        }
        return status.is3xxRedirection() ? REDIRECTION : SUCCESS;
    }

    static UpstreamAnswer of(Throwable failure) {
        return switch (failure) {
            case ServiceAway away -> AWAY;
            case AnswerLost lost -> LOST;
            default -> FAILED;
        };
    }
}
