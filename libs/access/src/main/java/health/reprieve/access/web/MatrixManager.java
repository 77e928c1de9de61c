package health.reprieve.access.web;

import health.reprieve.access.Role;
import health.reprieve.access.matrix.AuthorizationMatrix;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/** Asks the matrix before an operation runs. */
final class MatrixManager implements ReactiveAuthorizationManager<AuthorizationContext> {

    private final AuthorizationMatrix matrix;

    MatrixManager(AuthorizationMatrix matrix) {
        this.matrix = matrix;
    }

    /** A refusal is an error here, because Spring Security would forget on its way which verdict it was. */
    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        var request = context.getExchange().getRequest();
        return authentication
                .ofType(ActorAuthentication.class)
                .map(known -> decide(known.identity().actor().role(), request))
                .flatMap(MatrixManager::grantedOrRefused);
    }

    private MatrixDecision decide(Role role, ServerHttpRequest request) {
        return new MatrixDecision(
                matrix.judge(request.getMethod(), request.getPath().pathWithinApplication(), role));
    }

    private static Mono<AuthorizationResult> grantedOrRefused(MatrixDecision decision) {
        return decision.isGranted()
                ? Mono.just(decision)
                : Mono.error(() -> new AuthorizationDeniedException("the matrix says no", decision));
    }
}
