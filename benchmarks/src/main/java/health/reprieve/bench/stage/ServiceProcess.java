package health.reprieve.bench.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service in a JVM of its own, as in production: optimised fully, and its processor time is nobody else's. */
final class ServiceProcess implements AutoCloseable {

    /** As small as a container of ours; unlike those of {@code ./run}, they let the JVM optimise all it can. */
    static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dreactor.bufferSize.small=4096");

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);
    private static final int LAST_LINES = 5;

    private final Process process;
    private final Path log;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServiceProcess start(Class<?> service, Map<String, Object> settings, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), service.getName()));
        settings.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServiceProcess(process, log);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns when the address answers well. */
    void awaitReady(URI address) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(LONGEST_START);
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, address)) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new IOException("the service did not start: " + lastWords());
                }
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }

    private static boolean answers(HttpClient http, URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    @Override
    public void close() {
        Processes.end(process.toHandle(), LONGEST_END);
    }
}
