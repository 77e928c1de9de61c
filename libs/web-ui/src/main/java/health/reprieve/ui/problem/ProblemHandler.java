package health.reprieve.ui.problem;

import health.reprieve.telemetry.log.Log;
import health.reprieve.telemetry.trace.Traceparent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * The one place where a failure becomes an answer. What nobody knows is a 500 that says nothing but a reference; the
 * same reference stands in the log beside the stack trace.
 */
final class ProblemHandler implements WebExceptionHandler {

    private static final Log LOG = Log.of(ProblemHandler.class);

    private static final Problem LOOK_AGAIN =
            Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE).after(Duration.ofSeconds(2));

    private final List<ProblemSource> sources;
    private final ProblemDocuments documents;
    private final ProblemPages pages;

    ProblemHandler(List<ProblemSource> sources, ProblemDocuments documents, ProblemPages pages) {
        this.sources = sources;
        this.documents = documents;
        this.pages = pages;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var known = known(failure);
        // asked of what nobody knows alone: the connection that broke may be one to somewhere else
        if (known == null && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure);
        }
        return Mono.deferContextual(context -> {
            var trace = Traceparent.of(context);
            return exchange.getResponse().isCommitted()
                    ? breakOff(exchange, known, failure, trace)
                    : tell(exchange, known, failure, trace);
        });
    }

    private Mono<Void> tell(
            ServerWebExchange exchange, @Nullable Problem known, Throwable failure, @Nullable Traceparent trace) {
        var told = known == null
                ? unexpected(exchange, failure, trace)
                : new Told(asked(known, exchange.getRequest().getMethod()), null);
        prepare(exchange.getResponse(), told.problem(), failure);
        var written = forProgram(exchange) ? documents.write(exchange, told) : pages.write(exchange, told);
        return written.doOnError(worse -> brokenOff(exchange, worse, worse, trace));
    }

    /** Nothing can be said any more; the connection ends, so that half is not taken for whole. */
    private static Mono<Void> breakOff(
            ServerWebExchange exchange, @Nullable Problem known, Throwable failure, @Nullable Traceparent trace) {
        brokenOff(exchange, failure, known == null ? failure : null, trace);
        return Mono.error(new AnswerBrokenOff());
    }

    private static void brokenOff(
            ServerWebExchange exchange, Throwable failure, @Nullable Throwable shown, @Nullable Traceparent trace) {
        var line = LOG.event(UiLogEvent.ANSWER_BROKEN_OFF, trace);
        var kind = failure.getClass().getName();
        (shown == null ? line : line.setCause(new BareFailure(shown)))
                .log("{} {}: {}", exchange.getRequest().getMethod(), operation(exchange), kind);
    }

    /**
     * A problem as it is told to one caller.
     *
     * @param reference what to name when asking about it; null where the problem explains itself
     */
    record Told(Problem problem, @Nullable String reference) {}

    private @Nullable Problem known(Throwable failure) {
        return sources.stream()
                .map(source -> source.of(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whatever became of a request that changes nothing, nothing was changed. */
    private static Problem asked(Problem known, HttpMethod method) {
        boolean safe = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return safe && known.type().equals(Problem.OUTCOME_UNKNOWN) ? LOOK_AGAIN : known;
    }

    private static Told unexpected(ServerWebExchange exchange, Throwable failure, @Nullable Traceparent trace) {
        var reference = References.next();
        LOG.event(UiLogEvent.UNEXPECTED_FAILURE, trace)
                .setCause(new BareFailure(failure))
                .log("{} at {} {}", reference, exchange.getRequest().getMethod(), operation(exchange));
        return new Told(Problem.of("unexpected", HttpStatus.INTERNAL_SERVER_ERROR), reference);
    }

    /** The pattern, not the path: a path may carry a token from a mail. */
    private static Object operation(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "(no route)");
    }

    private static void prepare(ServerHttpResponse response, Problem problem, Throwable failure) {
        var headers = response.getHeaders();
        headers.remove(HttpHeaders.ETAG);
        headers.remove(HttpHeaders.LOCATION);
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        if (failure instanceof ErrorResponse spring) {
            headers.putAll(spring.getHeaders());
        }
        if (problem.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        headers.setCacheControl("no-store");
        response.setStatusCode(problem.status());
    }

    private static boolean forProgram(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/api/");
    }
}
