package health.reprieve.frontdoor.route;

import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.access.web.Guard;
import java.time.Clock;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** What goes to which service, and what stays here. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Routes {

    private static final String OURSELVES = "front-door";

    @Bean
    RouteLocator services(RouteLocatorBuilder locator, RouteSettings settings, InnerTokenSigner signer, Clock clock) {
        var routes = locator.routes();
        for (var upstream : settings.upstreams()) {
            var handedOn = new HandOn(upstream.name(), new InnerTokens(upstream.name(), signer, clock));
            routes.route(upstream.name(), path -> route(path, upstream, handedOn));
        }
        return routes.build();
    }

    private static Buildable<Route> route(PredicateSpec request, Upstream upstream, HandOn handedOn) {
        return request.path(upstream.patterns().toArray(String[]::new))
                .filters(filters -> filters.filter(handedOn, Ordered.HIGHEST_PRECEDENCE))
                .uri(upstream.url());
    }

    @Bean
    AuthorizationMatrix authorizationMatrix() {
        return AuthorizationMatrix.of(OURSELVES);
    }

    /**
     * Our own pages are guarded as every service guards its own. What goes to a service is left alone: reading the form
     * here would leave the service without it, and the service asks its own matrix.
     */
    @Bean
    SecurityWebFilterChain ourOwnPages(ServerHttpSecurity http, AuthorizationMatrix matrix, RouteSettings settings) {
        return new Guard(matrix, "/assets/**", "/actuator/**")
                .stand(http)
                .securityMatcher(new NegatedServerWebExchangeMatcher(handedOn(settings)))
                .build();
    }

    /** Nothing is decided here for a service; a page that tells of its absence still knows whom it is shown to. */
    @Bean
    SecurityWebFilterChain servicesPages(ServerHttpSecurity http, RouteSettings settings) {
        return Guard.standAside(http).securityMatcher(handedOn(settings)).build();
    }

    private static ServerWebExchangeMatcher handedOn(RouteSettings settings) {
        return ServerWebExchangeMatchers.pathMatchers(settings.upstreams().stream()
                .flatMap(upstream -> upstream.patterns().stream())
                .toArray(String[]::new));
    }
}
