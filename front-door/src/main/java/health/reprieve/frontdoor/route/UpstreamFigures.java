package health.reprieve.frontdoor.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_PREDICATE_MATCHED_PATH_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import health.reprieve.frontdoor.FrontDoorMetric;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.SeriesOfTwo;
import io.micrometer.core.instrument.Counter;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts how services answer. It also tells Spring by which path a request was routed, which the gateway does not: else
 * all that is handed on would be one line among the figures of requests.
 */
@Component
final class UpstreamFigures implements GlobalFilter, Ordered {

    private final SeriesOfTwo<ServiceBehind, UpstreamAnswer, Counter> answers;

    UpstreamFigures(Meters meters) {
        this.answers = meters.counters(FrontDoorMetric.UPSTREAM_ANSWERS, ServiceBehind.class, UpstreamAnswer.class);
    }

    /** Around all others, so that it sees failures as they are told. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        nameThePath(exchange);
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        var service = ServiceBehind.valueOf(route.getId().toUpperCase(Locale.ROOT));
        return chain.filter(exchange)
                .doOnSuccess(done ->
                        count(service, UpstreamAnswer.of(exchange.getResponse().getStatusCode())))
                .doOnError(failure -> count(service, UpstreamAnswer.of(failure)));
    }

    private void count(ServiceBehind service, UpstreamAnswer answer) {
        answers.of(service, answer).increment();
    }

    private static void nameThePath(ServerWebExchange exchange) {
        String pattern = exchange.getRequiredAttribute(GATEWAY_PREDICATE_MATCHED_PATH_ATTR);
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.setPathPattern(pattern));
    }
}
