package health.reprieve.ui.problem;

import health.reprieve.ui.form.FormErrors;
import health.reprieve.ui.form.FormErrors.FormError;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

/** What Spring itself refuses. Nothing of its messages is passed on: they name classes. */
final class SpringProblems implements ProblemSource {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    @Override
    public @Nullable Problem of(Throwable failure) {
        if (hasCause(failure, DataBufferLimitException.class)) {
            return Problem.of("content-too-large", HttpStatus.CONTENT_TOO_LARGE);
        }
        return switch (failure) {
            case WebExchangeBindException bind -> invalid(FormErrors.of(bind));
            case HandlerMethodValidationException method -> invalid(errors(method));
            case MissingRequestValueException missing -> named("missing-value", missing.getName());
            case ServerWebInputException input -> unreadable(input);
            case DecodingException decoding -> Problem.of("unreadable-body", HttpStatus.BAD_REQUEST);
            case ErrorResponse response -> refused(response);
            case TransientDataAccessException busy -> unavailable();
            case CannotCreateTransactionException neverBegun -> unavailable();
            case DataAccessResourceFailureException cut -> Problem.outcomeUnknown();
            case TimeoutException slow -> Problem.outcomeUnknown();
            default -> null;
        };
    }

    private static Problem invalid(FormErrors errors) {
        return new Problem("invalid-input", HttpStatus.BAD_REQUEST, Map.of(Problem.ERRORS, errors));
    }

    private static FormErrors errors(HandlerMethodValidationException failure) {
        return new FormErrors(failure.getParameterValidationResults().stream()
                .flatMap(SpringProblems::errors)
                .toList());
    }

    private static Stream<FormError> errors(ParameterValidationResult result) {
        var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "value");
        return result.getResolvableErrors().stream().map(error -> new FormError(name, error));
    }

    private static Problem unreadable(ServerWebInputException failure) {
        if (hasCause(failure, DecodingException.class)) {
            return Problem.of("unreadable-body", HttpStatus.BAD_REQUEST);
        }
        MethodParameter parameter = failure.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        return name == null ? Problem.of("bad-request", HttpStatus.BAD_REQUEST) : named("bad-value", name);
    }

    /** The database is busy or away, or has undone what was begun: the same request may well succeed a moment later. */
    private static Problem unavailable() {
        return Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE).after(A_MOMENT);
    }

    private static Problem named(String type, String name) {
        return new Problem(type, HttpStatus.BAD_REQUEST, Map.of("name", name));
    }

    private static @Nullable Problem refused(ErrorResponse response) {
        var status = HttpStatus.resolve(response.getStatusCode().value());
        if (status == null) {
            return null;
        }
        var type = response.getBody().getType();
        if (type != null && type.toString().startsWith(Problem.URN)) {
            return Problem.of(type.toString().substring(Problem.URN.length()), status);
        }
        return status == HttpStatus.GATEWAY_TIMEOUT ? Problem.outcomeUnknown() : byStatus(status);
    }

    private static @Nullable Problem byStatus(HttpStatus status) {
        var type =
                switch (status) {
                    case BAD_REQUEST -> "bad-request";
                    case UNAUTHORIZED -> "sign-in-required";
                    case FORBIDDEN -> "not-allowed";
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case NOT_ACCEPTABLE -> "not-acceptable";
                    case CONTENT_TOO_LARGE -> "content-too-large";
                    case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
                    case TOO_MANY_REQUESTS -> "too-many-requests";
                    case SERVICE_UNAVAILABLE -> "unavailable";
                    default -> status.is4xxClientError() ? "refused" : null;
                };
        return type == null ? null : Problem.of(type, status);
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
