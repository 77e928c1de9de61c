package health.reprieve.frontdoor.session.web;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.web.ActorAuthentication;
import health.reprieve.access.web.Refused;
import health.reprieve.frontdoor.limit.ClientAddress;
import health.reprieve.frontdoor.limit.Limits;
import health.reprieve.frontdoor.route.FilterOrder;
import health.reprieve.frontdoor.session.SessionDesk;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Says who asks. A browser without a session gets one with its first page; whatever else comes without one is a visitor
 * whom nobody will know again, and who can change nothing.
 */
@Component
@Order(FilterOrder.RECOGNITION)
final class Recognition implements WebFilter {

    private final SessionDesk desk;
    private final Limits limits;
    private final ClientAddress clientAddress;

    Recognition(SessionDesk desk, Limits limits, ClientAddress clientAddress) {
        this.desk = desk;
        this.limits = limits;
        this.clientAddress = clientAddress;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isNobodysBusiness(exchange.getRequest())
                ? chain.filter(exchange)
                : identify(exchange).flatMap(identity -> continueAs(identity, exchange, chain));
    }

    /** What is the same for everybody needs no session, and so no query. */
    private static boolean isNobodysBusiness(ServerHttpRequest request) {
        var path = request.getPath().value();
        return path.startsWith("/assets/") || path.startsWith("/actuator/");
    }

    private Mono<InnerIdentity> identify(ServerWebExchange exchange) {
        return Mono.justOrEmpty(SessionCookie.read(exchange.getRequest()))
                .flatMap(desk::recognise)
                .map(opened -> PresentSession.note(exchange, opened))
                .switchIfEmpty(Mono.defer(() -> newcomer(exchange)));
    }

    private Mono<InnerIdentity> newcomer(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (opensPage(request)) {
            return limits.newSession(clientAddress.of(request))
                    .then(Mono.defer(desk::welcome))
                    .doOnNext(opened -> SessionCookie.give(exchange.getResponse(), opened.token()))
                    .map(opened -> PresentSession.note(exchange, opened));
        }
        return isSafe(request.getMethod()) ? Mono.just(passerBy()) : Mono.error(new Refused.FormOutdated());
    }

    private static InnerIdentity passerBy() {
        return new InnerIdentity(new Actor.Visitor(BrowserId.random()), null);
    }

    private static boolean opensPage(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.GET)
                && !request.getPath().value().startsWith("/api/")
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static boolean isSafe(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static Mono<Void> continueAs(InnerIdentity identity, ServerWebExchange exchange, WebFilterChain chain) {
        var known = new ActorAuthentication(identity);
        return chain.filter(exchange.mutate().principal(Mono.just(known)).build())
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(known));
    }
}
