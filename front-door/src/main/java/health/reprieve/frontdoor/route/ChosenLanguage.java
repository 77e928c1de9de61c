package health.reprieve.frontdoor.route;

import health.reprieve.ui.UiConfiguration;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * The language somebody chose, here and in every service: a cookie at the front door, {@code Accept-Language} behind it.
 * Without a choice the browser's own languages pass as they are.
 */
@Component
public final class ChosenLanguage implements WebHttpHandlerBuilderCustomizer {

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

    /** Before anything else sees the request: an exchange settles its language when it begins, errors included. */
    @Override
    public void customize(WebHttpHandlerBuilder builder) {
        builder.httpHandlerDecorator(handler -> (request, response) -> handler.handle(asChosen(request), response));
    }

    private static Optional<Locale> chosen(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(ChosenLanguage::spoken);
    }

    private static ServerHttpRequest asChosen(ServerHttpRequest request) {
        return chosen(request)
                .map(language -> request.mutate()
                        .header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
                        .build())
                .orElse(request);
    }
}
