package health.reprieve.ui;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What a browser is told about every answer: run and load nothing that is not ours, tell no other site where the reader
 * came from, come back encrypted only, show the page in no frame, keep no copy of it. The front door sets these on
 * everything that passes it; they replace what a service has set, but an answer that says how long it may be kept (an
 * asset) keeps its word.
 */
public final class SecurityHeaders implements WebFilter {

    /** Neither inline script nor inline style, and nothing from elsewhere. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * Not "no-referrer": with that, browsers send {@code Origin: null} along with our own forms, and those that send no
     * {@code Sec-Fetch-Site} (Safari before 16.4) could post nothing. See decision 0010.
     */
    private static final String REFERRER_POLICY = "same-origin";

    private static final String NO_STORE = "no-store";

    private static final Map<String, String> STRICT = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "Referrer-Policy", REFERRER_POLICY,
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    /** Every header that is always set, with its value. */
    public static Map<String, String> always() {
        return STRICT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse()
                .beforeCommit(() ->
                        Mono.fromRunnable(() -> tighten(exchange.getResponse().getHeaders())));
        return chain.filter(exchange);
    }

    private static void tighten(HttpHeaders headers) {
        STRICT.forEach(headers::set);
        if (headers.getCacheControl() == null) {
            headers.setCacheControl(NO_STORE);
        }
    }
}
