package health.reprieve.frontdoor;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
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
    private final Sinks.Empty<String> enough = Sinks.empty();
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

    /** Whoever was given half an answer gets no more of it. */
    void breakOff() {
        enough.tryEmitError(new IllegalStateException("killed")).orThrow();
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
            if (request.uri().contains("/reset")) {
                return reset(request);
            }
            if (request.uri().contains("/half")) {
                request.withConnection(Service::endAsIfKilled);
                return Mono.from(response.header("Content-Length", "100000")
                        .header("Content-Type", "text/plain")
                        .sendString(Flux.just("half of it").concatWith(enough.asMono())));
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

    private static Mono<Void> reset(HttpServerRequest request) {
        return Mono.fromRunnable(() -> request.withConnection(connection -> {
                    endAsIfKilled(connection);
                    var _ = connection.channel().close();
                }))
                .then(Mono.never());
    }

    /** When it is closed, the other end reads "Connection reset". */
    private static void endAsIfKilled(Connection connection) {
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        return request.requestHeaders().entries().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (one, other) -> one + ", " + other));
    }
}
