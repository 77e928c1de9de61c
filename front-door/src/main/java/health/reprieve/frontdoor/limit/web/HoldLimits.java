package health.reprieve.frontdoor.limit.web;

import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.web.ActorAuthentication;
import health.reprieve.frontdoor.limit.ClientAddress;
import health.reprieve.frontdoor.limit.Limits;
import health.reprieve.frontdoor.route.FilterOrder;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets nobody hold all the times of a clinic. Booking knows one live hold for each browser; browsers are cheap. */
@Component
@Order(FilterOrder.LIMITS)
final class HoldLimits implements WebFilter {

    /** As patterns, so that an encoded letter does not make another path of it. */
    private static final List<PathPattern> HOLDS = Stream.of("/book/hold", "/api/v1/booking/holds")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final Limits limits;
    private final ClientAddress clientAddress;

    HoldLimits(Limits limits, ClientAddress clientAddress) {
        this.limits = limits;
        this.clientAddress = clientAddress;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isHold(exchange.getRequest())
                ? count(exchange.getRequest()).then(Mono.defer(() -> chain.filter(exchange)))
                : chain.filter(exchange);
    }

    private static boolean isHold(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.POST)
                && HOLDS.stream().anyMatch(hold -> hold.matches(request.getPath()));
    }

    private Mono<Void> count(ServerHttpRequest request) {
        var client = clientAddress.of(request);
        return ActorAuthentication.current()
                .map(InnerIdentity::actor)
                .flatMap(actor -> Mono.justOrEmpty(actor.ownBrowser()))
                .flatMap(browser -> limits.hold(browser, client));
    }
}
