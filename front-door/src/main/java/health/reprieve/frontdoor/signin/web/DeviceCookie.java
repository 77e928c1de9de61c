package health.reprieve.frontdoor.signin.web;

import health.reprieve.frontdoor.signin.DeviceProof;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** The cookie by which a browser is known again long after its session. It opens nothing, and outlives signing out. */
final class DeviceCookie {

    static final String NAME = "__Host-device";

    private static final Duration KEPT = Duration.ofDays(365);

    private DeviceCookie() {}

    static @Nullable DeviceProof read(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .flatMap(DeviceProof::parse)
                .orElse(null);
    }

    static void give(ServerHttpResponse response, DeviceProof proof) {
        response.addCookie(ResponseCookie.from(NAME, proof.text())
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(KEPT)
                .build());
    }
}
