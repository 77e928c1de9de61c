package health.reprieve.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.secret.HouseSecrets;
import health.reprieve.deployment.Compose.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docker-compose.yml}, the Dockerfiles and what Prometheus is told, held against what the services read. */
class ComposeTests {

    private static final Compose COMPOSE = Compose.read();

    private static final Map<String, String> SETTINGS = Map.of(
            "booking-service", "booking",
            "therapist-service", "therapist",
            "notification-service", "notification",
            "front-door", "front-door");

    private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)");

    @TempDir
    Path place;

    static Stream<String> ours() {
        return SETTINGS.keySet().stream();
    }

    @Test
    void ourFourContainersAreBuiltHereAndAllOthersAreOfANamedVersion() {
        assertThat(COMPOSE.ours().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(SETTINGS.keySet());
        assertThat(COMPOSE.containers().values())
                .filteredOn(container -> !container.isBuilt())
                .extracting(Container::image)
                .allMatch(image -> image.matches("[a-z/]+:v?\\d+(\\.\\d+)*"), "an image with a version");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyVariableIsOneThatItsServiceReads(String name) {
        var readable = Told.by(settings(name));

        assertThat(container(name).environment().keySet()).allMatch(readable::hasVariable, "read by " + name);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everySecretIsAFileThatItsServiceReads(String name) {
        var readable = Told.by(settings(name));

        assertThat(container(name).secrets().values()).isNotEmpty().allMatch(readable::hasFile, "read by " + name);
    }

    @Test
    void everySecretIsMadeAndEveryMadeOneIsUsed() throws Exception {
        HouseSecrets.main(new String[] {place.resolve("secrets").toString()});

        try (var made = Files.list(place.resolve("secrets"))) {
            assertThat(COMPOSE.secretFiles().values())
                    .containsExactlyInAnyOrderElementsOf(made.map(file -> "deploy/secrets/" + file.getFileName())
                            .toList());
        }
        assertThat(COMPOSE.containers().values().stream()
                        .flatMap(container -> container.secrets().keySet().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(COMPOSE.secretFiles().keySet());
    }

    @Test
    void everyMountedFileIsHereAndEveryVolumeIsDeclared() {
        var all = new SoftAssertions();
        COMPOSE.containers().values().stream()
                .flatMap(container -> container.mounts().stream())
                .map(mount -> mount.substring(0, mount.indexOf(':')))
                .forEach(source -> {
                    if (source.startsWith("./")) {
                        all.assertThat(Repository.file(source)).exists();
                    } else {
                        all.assertThat(COMPOSE.volumes()).contains(source);
                    }
                });
        all.assertAll();
    }

    @Test
    void theDocsNameEveryImageAndWhy() {
        var theirs = COMPOSE.containers().values().stream()
                .filter(container -> !container.isBuilt())
                .map(Container::image);
        var bases = ours().map(
                        name -> FROM.matcher(Repository.read(container(name).dockerfile())))
                .flatMap(Matcher::results)
                .map(from -> from.group(1));

        assertThat(Stream.concat(theirs, bases).map(image -> "| `%s` |".formatted(image.split(":", -1)[0])))
                .allSatisfy(row ->
                        assertThat(Repository.read("docs/dependencies.md")).contains(row));
    }

    @Test
    void theFrontDoorAloneIsPublishedToTheWorld() {
        assertThat(container("front-door").ports()).containsExactly("8080:8080");
        assertThat(COMPOSE.containers().entrySet())
                .filteredOn(entry -> !entry.getKey().equals("front-door"))
                .flatExtracting(entry -> entry.getValue().ports())
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"), "on loopback only");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void itsImageListensWhereItsSettingsSay(String name) {
        var dockerfile = Repository.read(container(name).dockerfile());

        assertThat(dockerfile)
                .contains("COPY %s/target/%s-*-app.jar".formatted(name, name))
                .containsPattern("(?m)^USER reprieve$")
                .containsPattern("(?m)^EXPOSE.* ?%d\\b".formatted(servingPort(name)))
                .containsPattern("(?m)^HEALTHCHECK ")
                .contains("[\"/reprieve/ask\", \"%d\", \"/actuator/health/readiness\"]".formatted(healthPort(name)))
                .contains("/rehearse %s %d ".formatted(name, healthPort(name)))
                .containsPattern("ENTRYPOINT .*-XX:AOTCache=%s\\.aot".formatted(name));
    }

    /** The base image has neither, and what stands in for it elsewhere may have both. */
    @ParameterizedTest
    @MethodSource("ours")
    void itsImageNeedsNoToolThatTheBaseImageLacks(String name) {
        assertThat(Repository.read(container(name).dockerfile()) + Repository.read("deploy/image/rehearse"))
                .doesNotContainPattern("\\b(curl|wget|python|nc)\\b");
    }

    @Test
    void kafkaAndTheMailCatcherAreAskedForWhereTheyAre() {
        assertThat(container("kafka").environment())
                .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:9092");
        assertThat(ours().map(name -> container(name).environment().get("KAFKA_BOOTSTRAP_SERVERS")))
                .containsOnly("kafka:9092");
        assertThat(container("notification-service").environment())
                .containsEntry("SMTP_HOST", "${REPRIEVE_SMTP_HOST:-mail}")
                .containsEntry("SMTP_PORT", "${REPRIEVE_SMTP_PORT:-1025}");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void itStartsAfterWhatItNeedsAndComesBackByItself(String name) {
        assertThat(container(name).waitsFor()).containsKeys("postgres", "kafka");
        assertThat(container(name).waitsFor().values())
                .allSatisfy(how -> assertThat(how).isEqualTo(Map.of("condition", "service_healthy")));
        assertThat(container(name).fields()).containsEntry("restart", "unless-stopped");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void itHasADatabaseOfItsOwn(String name) {
        var prefix = SETTINGS.get(name);
        var database = prefix.replace('-', '_');
        var variables = container(name).environment();

        assertThat(variables.values())
                .contains("r2dbc:postgresql://postgres/" + database, "jdbc:postgresql://postgres/" + database)
                .contains(database);
        assertThat(Repository.read("deploy/postgres/databases.sh"))
                .containsPattern("for service in .*\\b%s\\b".formatted(prefix));
        assertThat(container("postgres").secrets()).containsKey(prefix + "-db-password");
    }

    @Test
    void theFrontDoorFindsEachServiceWhereItListens() {
        assertThat(container("front-door").environment())
                .containsEntry("BOOKING_URL", address("booking-service"))
                .containsEntry("THERAPIST_URL", address("therapist-service"))
                .containsEntry("NOTIFICATION_URL", address("notification-service"));
    }

    @Test
    void prometheusAsksEachOfOursWhereItShowsItsFigures() {
        @SuppressWarnings("unchecked")
        var jobs = (List<Map<String, List<Map<String, Object>>>>)
                Repository.yaml("observability/prometheus/prometheus.yml").get("scrape_configs");

        var asked = jobs.stream()
                .map(job -> job.get("dns_sd_configs"))
                .filter(Objects::nonNull)
                .map(List::getFirst)
                .map(where -> "%s:%s".formatted(((List<?>) where.get("names")).getFirst(), where.get("port")));
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(ours().map(name -> "%s:%d".formatted(name, healthPort(name)))
                        .toList());
    }

    private static Container container(String name) {
        return Objects.requireNonNull(COMPOSE.containers().get(name), name);
    }

    private static String address(String name) {
        return "http://%s:%d".formatted(name, servingPort(name));
    }

    private static String settings(String name) {
        return "%s/src/main/resources/%s.yml".formatted(name, SETTINGS.get(name));
    }

    private static int healthPort(String name) {
        var properties = Repository.properties(settings(name));
        return port(properties.getProperty("management.server.port", properties.getProperty("server.port")));
    }

    private static int servingPort(String name) {
        return port(Repository.properties(settings(name)).getProperty("server.port"));
    }

    /** What {@code ${PORT:8080}} says when nothing else is said. */
    private static int port(String withDefault) {
        return Integer.parseInt(withDefault.replaceAll("\\$\\{\\w+:(\\d+)}", "$1"));
    }
}
