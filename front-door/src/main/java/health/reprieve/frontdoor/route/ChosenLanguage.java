package health.reprieve.frontdoor.route;

import health.reprieve.ui.UiConfiguration;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The language somebody chose, here and in every service: a cookie at the front door, {@code Accept-Language} behind it.
 * Without a choice the browser's own languages pass as they are.
 */
@Component
@Order(FilterOrder.LANGUAGE)
public final class ChosenLanguage implements WebFilter {

    private static final String COOKIE = "lang";
    private static final Duration KEPT = Duration.ofDays(365);

    /** Remembers a choice in the browser. */
    public static void remember(ServerHttpResponse response, Locale language) {
        response.addCookie(ResponseCookie.from(COOKIE, language.getLanguage())
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(KEPT)
                .build());
    }

    /** The language of that tag, if our pages speak it. */
    public static Optional<Locale> spoken(String tag) {
        return UiConfiguration.LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(chosen(exchange.getRequest())
                .map(language -> speaking(exchange, language))
                .orElse(exchange));
    }

    private static Optional<Locale> chosen(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(ChosenLanguage::spoken);
    }

    private static ServerWebExchange speaking(ServerWebExchange exchange, Locale language) {
        return exchange.mutate()
                .request(request -> request.header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag()))
                .build();
    }
}
