package health.reprieve.ui;

import health.reprieve.access.Role;
import health.reprieve.access.web.ActorAuthentication;
import java.time.Clock;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Makes the {@link Shell} of a page. The role is noted while the request still knows who asks: an error page is rendered
 * outside the security filters, where nobody does.
 */
public final class Shells {

    private static final String ROLE = Shells.class.getName() + ".role";

    private final HelpProperties help;
    private final Clock clock;

    Shells(HelpProperties help, Clock clock) {
        this.help = help;
        this.clock = clock;
    }

    /** A filter for the place where people have been recognised and not yet refused. */
    Mono<Void> noteRole(ServerWebExchange exchange, WebFilterChain chain) {
        return ActorAuthentication.current()
                .doOnNext(identity ->
                        exchange.getAttributes().put(ROLE, identity.actor().role()))
                .then(chain.filter(exchange));
    }

    /** The shell of the page that answers this request. */
    public Shell around(ServerWebExchange exchange) {
        Role role = exchange.getAttributeOrDefault(ROLE, Role.VISITOR);
        var request = exchange.getRequest();
        return new Shell(role, Navigation.of(role, request.getPath().value()), here(request), help, clock.instant());
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
