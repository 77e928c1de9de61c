package health.reprieve.access.web;

import health.reprieve.access.token.SessionReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The form token of the session behind a request. It comes with the inner token, so that a form of any service may be
 * sent to any other.
 */
final class FormTokens implements ServerCsrfTokenRepository {

    /**
     * Spring Security's own check, with our token. It asks for a token on every change that comes from a session; the
     * check which the resource server would set up leaves out whatever has a bearer token, and here everything has.
     */
    static CsrfWebFilter filter(Refusals refusals) {
        var filter = new CsrfWebFilter();
        filter.setCsrfTokenRepository(new FormTokens());
        filter.setRequireCsrfProtectionMatcher(FormTokens::changeFromSession);
        filter.setAccessDeniedHandler(refusals);
        return filter;
    }

    private static Mono<MatchResult> changeFromSession(ServerWebExchange exchange) {
        return isSafe(exchange.getRequest().getMethod())
                ? MatchResult.notMatch()
                : session().hasElement().flatMap(found -> found ? MatchResult.match() : MatchResult.notMatch());
    }

    private static boolean isSafe(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static Mono<SessionReference> session() {
        return ActorAuthentication.current().mapNotNull(identity -> identity.session());
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return session().map(session -> new DefaultCsrfToken("X-Form-Token", "_form", session.formSecret()));
    }

    /** Without a session there is no form to protect. */
    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return Mono.empty();
    }
}
