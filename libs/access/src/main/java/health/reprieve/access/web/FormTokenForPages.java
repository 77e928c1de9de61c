package health.reprieve.access.web;

import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lays the masked form token where {@code th:action} looks for it. Spring Security offers it as a Mono that somebody
 * must subscribe to, which no template can, and only to requests that passed its check.
 */
final class FormTokenForPages implements WebFilter {

    private final ServerCsrfTokenRepository tokens;
    private final ServerCsrfTokenRequestHandler masking = new XorServerCsrfTokenRequestAttributeHandler();

    FormTokenForPages(ServerCsrfTokenRepository tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return masked(exchange)
                .doOnNext(token ->
                        exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token))
                .then(chain.filter(exchange));
    }

    private Mono<CsrfToken> masked(ServerWebExchange exchange) {
        masking.handle(exchange, tokens.loadToken(exchange));
        Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
        // left there, it would tell the filter that checks form tokens that it has done so
        exchange.getAttributes().remove(CsrfToken.class.getName());
        return token;
    }
}
