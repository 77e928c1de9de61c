package health.reprieve.frontdoor.route;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses every change that a browser says comes from another site; the first of two walls, the form token is the
 * second. Our pages let browsers name us to ourselves ({@code Referrer-Policy: same-origin}), so that those without
 * {@code Sec-Fetch-Site} send a true {@code Origin}; {@code Origin: null}, which a privacy setting may still make of it,
 * counts only beside a {@code Sec-Fetch-Site} that says where it comes from. A program sends neither.
 */
@Component
@Order(FilterOrder.SAME_ORIGIN)
final class SameOrigin implements WebFilter {

    private static final String SITE = "Sec-Fetch-Site";
    private static final String OURS = "same-origin";

    private final String origin;

    SameOrigin(RouteSettings settings) {
        this.origin = settings.origin();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return isSafe(request.getMethod()) || comesFromHere(request)
                ? chain.filter(exchange)
                : Mono.error(new OtherSite());
    }

    private static boolean isSafe(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private boolean comesFromHere(ServerHttpRequest request) {
        var site = request.getHeaders().getFirst(SITE);
        var sent = request.getHeaders().getOrigin();
        if (site != null) {
            return site.equals(OURS) && (sent == null || sent.equals("null") || isOurs(sent, request));
        }
        return sent == null || isOurs(sent, request);
    }

    private boolean isOurs(String sent, ServerHttpRequest request) {
        return origin.isEmpty()
                ? authority(sent).equals(request.getHeaders().getFirst(HttpHeaders.HOST))
                : sent.equals(origin);
    }

    private static String authority(String origin) {
        return origin.substring(origin.indexOf("://") + "://".length());
    }
}
