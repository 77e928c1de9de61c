package health.reprieve.access.web;

import health.reprieve.access.Role;
import health.reprieve.access.matrix.Verdict;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Turns what Spring Security refuses into an answer: a visitor on a page is led to sign in, everything else becomes an
 * error for the one who renders errors.
 */
final class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException cause) {
        return Mono.error(new Refused.SignInRequired());
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            return Mono.error(new Refused.FormOutdated());
        }
        if (denied instanceof AuthorizationDeniedException unauthorized
                && unauthorized.getAuthorizationResult() instanceof MatrixDecision decision) {
            return answer(exchange, decision.verdict());
        }
        return forbidden(exchange);
    }

    private Mono<Void> answer(ServerWebExchange exchange, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Unlisted unlisted -> Mono.error(new Refused.NothingHere());
            case Verdict.WrongMethod(var possible) ->
                Mono.error(new MethodNotAllowedException(exchange.getRequest().getMethod(), possible));
            case Verdict.Denied denied -> forbidden(exchange);
            case Verdict.Allowed allowed -> forbidden(exchange);
        };
    }

    private Mono<Void> forbidden(ServerWebExchange exchange) {
        return ActorAuthentication.current()
                .filter(identity -> identity.actor().role() == Role.VISITOR)
                .hasElement()
                .flatMap(visitor -> visitor ? toSignIn(exchange) : Mono.error(new Refused.NotAllowed()));
    }

    private static Mono<Void> toSignIn(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (request.getPath().value().startsWith("/api/")) {
            return Mono.error(new Refused.SignInRequired());
        }
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(signIn(request));
        return exchange.getResponse().setComplete();
    }

    /** A page that was only looked at is opened again after signing in; a change is not made again. */
    private static URI signIn(ServerHttpRequest request) {
        if (!request.getMethod().equals(HttpMethod.GET)) {
            return URI.create("/sign-in");
        }
        var query = request.getURI().getRawQuery();
        var page = request.getPath().value() + (query == null ? "" : "?" + query);
        return URI.create("/sign-in?then=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }
}
