package health.reprieve.frontdoor.route;

import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.web.ActorAuthentication;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Makes a browser's request one of the house: it loses every header that is not known to be harmless (the cookie and
 * whatever claims to know who asks or from where), and gets a token of one minute for the one service.
 */
final class HandOn implements GatewayFilter {

    /** Which headers pass. A list of what is stripped would be one forgotten header short. */
    private static final List<String> PASSING = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_UNMODIFIED_SINCE,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.USER_AGENT,
            "HX-Boosted",
            "HX-Current-URL",
            "HX-Request",
            "HX-Target",
            "HX-Trigger",
            "HX-Trigger-Name",
            "Idempotency-Key",
            "Last-Event-ID",
            "X-Form-Token");

    private final String audience;
    private final InnerTokens tokens;

    HandOn(String audience, InnerTokens tokens) {
        this.audience = audience;
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return ActorAuthentication.current()
                .map(identity -> handedOn(exchange, identity))
                .flatMap(chain::filter)
                .onErrorMap(this::told);
    }

    private ServerWebExchange handedOn(ServerWebExchange exchange, InnerIdentity identity) {
        var passing = passing(exchange.getRequest().getHeaders());
        passing.setBearerAuth(tokens.of(identity));
        return exchange.mutate()
                .request(request -> request.headers(headers -> replace(headers, passing)))
                .build();
    }

    private static HttpHeaders passing(HttpHeaders all) {
        var passing = new HttpHeaders();
        PASSING.stream().filter(all::containsHeader).forEach(name -> passing.put(name, all.getOrEmpty(name)));
        return passing;
    }

    private static void replace(HttpHeaders headers, HttpHeaders by) {
        headers.clear();
        headers.putAll(by);
    }

    /**
     * Tells a request that surely never reached its service from one that may have done its work: what cannot be told
     * counts as the latter. The gateway has a time-out of its own kind for an answer that does not come; the JDK's own
     * says that no connection came free.
     */
    private Throwable told(Throwable failure) {
        return switch (failure) {
            case ConnectException refused -> new ServiceAway(audience, refused);
            case NoRouteToHostException refused -> new ServiceAway(audience, refused);
            case UnknownHostException refused -> new ServiceAway(audience, refused);
            case TimeoutException busy -> new ServiceAway(audience, busy);
            case IOException cut -> new AnswerLost(audience, cut);
            case ResponseStatusException slow
            when slow.getStatusCode().equals(HttpStatus.GATEWAY_TIMEOUT) -> new AnswerLost(audience, slow);
            default -> failure;
        };
    }
}
