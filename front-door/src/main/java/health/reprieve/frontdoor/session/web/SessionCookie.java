package health.reprieve.frontdoor.session.web;

import health.reprieve.frontdoor.session.SessionToken;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * The one cookie that opens anything. {@code __Host-} makes browsers insist on Secure and keep it from other hosts;
 * Chromium and Firefox count http://localhost as secure, Safari does not. It has no age: it ends with the browser, or
 * with the session.
 */
public final class SessionCookie {

    /** The cookie's name. */
    public static final String NAME = "__Host-reprieve";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private SessionCookie() {}

    /** The token that the browser shows; empty when it shows none, or nothing that could be one. */
    public static Optional<SessionToken> read(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .filter(value -> TOKEN.matcher(value).matches())
                .map(SessionToken::new);
    }

    /** Gives the browser a token, in place of any it had. */
    public static void give(ServerHttpResponse response, SessionToken token) {
        response.getCookies().set(NAME, cookie(token.value()).build());
    }

    /** Takes the token from the browser. */
    public static void take(ServerHttpResponse response) {
        response.getCookies().set(NAME, cookie("").maxAge(Duration.ZERO).build());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/");
    }
}
