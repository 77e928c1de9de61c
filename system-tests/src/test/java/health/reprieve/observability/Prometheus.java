package health.reprieve.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus beside the running system, which it asks every second. */
final class Prometheus implements AutoCloseable {

    /** It listens a moment before it can answer, and says so in words. */
    private static final int STARTING = 503;

    private static final Path PROGRAMS = Path.of(System.getProperty("prometheus", "/usr/bin"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final int port;
    private final Process process;

    private Prometheus(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** A program of Prometheus, such as {@code promtool}. */
    static Path program(String name) {
        return PROGRAMS.resolve(name);
    }

    static boolean isInstalled() {
        return Files.isExecutable(program("prometheus")) && Files.isExecutable(program("promtool"));
    }

    /**
     * Starts one.
     *
     * @param place an empty directory for its data
     * @param targets port by job; each shows its figures there on this machine
     */
    static Prometheus asking(Map<String, Integer> targets, Path place, int port) throws IOException {
        var settings = place.resolve("prometheus.yml");
        Files.writeString(
                settings,
                targets.entrySet().stream()
                        .map(target -> """
                          - job_name: %s
                            metrics_path: /actuator/prometheus
                            static_configs: [{ targets: ['127.0.0.1:%d'] }]
                        """.formatted(target.getKey(), target.getValue())
                                .indent(0))
                        .collect(Collectors.joining(
                                "", "global: { scrape_interval: 1s, scrape_timeout: 1s }\nscrape_configs:\n", "")));
        var process = new ProcessBuilder(
                        program("prometheus").toString(),
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + place.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("prometheus.log").toFile())
                .start();
        return new Prometheus(port, process);
    }

    /** The values that a query has now, one for each of its series; none as well while Prometheus is starting. */
    List<Double> values(String query) {
        var result = ask(query);
        return StreamSupport.stream(result.spliterator(), false)
                .map(series -> Double.valueOf(series.path("value").path(1).asString()))
                .toList();
    }

    /** What keeps it from reading its targets; empty when nothing does. */
    List<String> troubles() {
        return StreamSupport.stream(get("targets").path("activeTargets").spliterator(), false)
                .map(target -> target.path("lastError").asString())
                .filter(trouble -> !trouble.isEmpty())
                .toList();
    }

    private JsonNode ask(String query) {
        return get("query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .path("result");
    }

    private JsonNode get(String what) {
        var address = URI.create("http://127.0.0.1:%d/api/v1/%s".formatted(port, what));
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
            return answer.statusCode() == STARTING
                    ? JsonMapper.shared().missingNode()
                    : JsonMapper.shared().readTree(answer.body()).path("data");
        } catch (IOException notYet) {
            return JsonMapper.shared().missingNode();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while asking", stopped));
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
