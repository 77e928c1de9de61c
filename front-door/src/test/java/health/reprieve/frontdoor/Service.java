package health.reprieve.frontdoor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Stands behind the front door in place of a service, and keeps what it was asked. */
final class Service {

    /** One request as it arrived; header names in lower case. */
    record Asked(String method, String path, Map<String, String> headers, String body) {

        String token() {
            var authorization = Objects.requireNonNull(headers.get("authorization"), "no token");
            return authorization.substring("Bearer ".length());
        }
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow(Duration.ofSeconds(10));

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    Asked last() {
        return asked.getLast();
    }

    int times() {
        return asked.size();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            asked.add(new Asked(request.method().name(), request.uri(), headers(request), body));
            if (request.uri().endsWith("/never")) {
                return Mono.never();
            }
            if (request.uri().endsWith("/cut")) {
                request.withConnection(DisposableChannel::dispose);
                return Mono.never();
            }
            if (request.uri().contains("/status/")) {
                response.status(
                        Integer.parseInt(request.uri().substring(request.uri().lastIndexOf('/') + 1)));
            }
            return Mono.from(response.header("Content-Type", "text/plain")
                    .header("Set-Cookie", "planted=by-a-service")
                    .header("Content-Security-Policy", "default-src *")
                    .sendString(Mono.just("from the service")));
        });
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        return request.requestHeaders().entries().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (one, other) -> one + ", " + other));
    }
}
