package health.reprieve.ui;

import health.reprieve.access.Actor;
import health.reprieve.access.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Makes the {@link Shell} of a page. The filter notes the role while the request still knows who asks: an error page is
 * rendered outside the security filters, where nobody does.
 */
public final class Shells implements WebFilter {

    private static final String ROLE = Shells.class.getName() + ".role";

    private final HelpProperties help;

    Shells(HelpProperties help) {
        this.help = help;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .map(Authentication::getPrincipal)
                .ofType(Actor.class)
                .doOnNext(actor -> exchange.getAttributes().put(ROLE, actor.role()))
                .then(chain.filter(exchange));
    }

    /** The shell of the page that answers this request. */
    public Shell around(ServerWebExchange exchange) {
        Role role = exchange.getAttributeOrDefault(ROLE, Role.VISITOR);
        var request = exchange.getRequest();
        return new Shell(role, Navigation.of(role, request.getPath().value()), here(request), help);
    }

    /** A page that answers a POST has no address to come back to. */
    private static String here(ServerHttpRequest request) {
        if (!request.getMethod().equals(HttpMethod.GET)) {
            return "/";
        }
        var query = request.getURI().getRawQuery();
        return request.getPath().value() + (query == null ? "" : "?" + query);
    }
}
