package health.reprieve.access.web;

import health.reprieve.access.matrix.AuthorizationMatrix;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AnonymousSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/**
 * What holds behind any way of recognising people: the matrix decides, every change needs its form token, nothing is
 * remembered between requests. The front door adds its sessions to it, the services the inner token.
 */
public final class Guard {

    private final AuthorizationMatrix matrix;
    private final String[] open;
    private final Refusals refusals = new Refusals();

    /**
     * The guard of one service.
     *
     * @param open path patterns that anybody may read and that show nothing of anybody
     */
    public Guard(AuthorizationMatrix matrix, String... open) {
        this.matrix = matrix;
        this.open = open.clone();
    }

    /** Sets up everything but how people are recognised; whatever does that must run as an authentication filter. */
    public ServerHttpSecurity stand(ServerHttpSecurity http) {
        return withoutDefaults(http)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterAt(new TooLargeBodies(), SecurityWebFiltersOrder.FIRST)
                // before anybody is refused, by the next filter or a later one: the page that says so has forms too
                .addFilterAfter(new FormTokenForPages(new FormTokens()), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(FormTokens.filter(refusals), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(rules ->
                        rules.pathMatchers(open).permitAll().anyExchange().access(new MatrixManager(matrix)));
    }

    /** Lets everything pass, for what another service guards; who asks is known here too, and so are our own forms. */
    public static ServerHttpSecurity standAside(ServerHttpSecurity http) {
        return withoutDefaults(http)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAfter(new FormTokenForPages(new FormTokens()), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(rules -> rules.anyExchange().permitAll());
    }

    /** The answer to whoever could not be recognised. */
    Refusals refusals() {
        return refusals;
    }

    /** Spring Security's own form token is set up again, after authentication; headers are web-ui's. */
    private static ServerHttpSecurity withoutDefaults(ServerHttpSecurity http) {
        return http.csrf(CsrfSpec::disable)
                .headers(HeaderSpec::disable)
                .anonymous(AnonymousSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()));
    }
}
