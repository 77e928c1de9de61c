package health.reprieve.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Somewhere to send traces to: it keeps what it is sent, as spans and as it came. */
final class Collector {

    private static final String PATH = "/v1/traces";

    private final List<Told> spans = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Collector(HttpServer server) {
        this.server = server;
    }

    /** On a free port; it ends with the JVM. */
    static Collector start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var collector = new Collector(server);
            server.createContext(PATH, collector::keep);
            server.start();
            return collector;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH));
    }

    List<Told> spans() {
        return List.copyOf(spans);
    }

    /** All bytes that were ever sent, as far as they are text. */
    String text() {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " "))
                .collect(Collectors.joining("\n"));
    }

    private void keep(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            bodies.add(body);
            for (var service : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
                service.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .forEach(span -> spans.add(Told.of(service.getResource(), span)));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /**
     * One span.
     *
     * @param service who told it
     * @param parent id of the span that caused it; empty: it begins a trace
     */
    record Told(
            String service,
            String trace,
            String id,
            String parent,
            String name,
            String kind,
            Map<String, String> tags) {

        private static Told of(Resource who, Span span) {
            return new Told(
                    tags(who.getAttributesList()).get("service.name"),
                    hex(span.getTraceId().toByteArray()),
                    hex(span.getSpanId().toByteArray()),
                    hex(span.getParentSpanId().toByteArray()),
                    span.getName(),
                    span.getKind().name().replace("SPAN_KIND_", ""),
                    tags(span.getAttributesList()));
        }

        private static String hex(byte[] id) {
            return HexFormat.of().formatHex(id);
        }

        private static Map<String, String> tags(List<KeyValue> attributes) {
            return attributes.stream()
                    .collect(Collectors.toMap(
                            KeyValue::getKey, tag -> tag.getValue().getStringValue()));
        }
    }
}
