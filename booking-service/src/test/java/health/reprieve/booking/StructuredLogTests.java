package health.reprieve.booking;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.backing.Backing;
import health.reprieve.backing.PostgresDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as containers write it: the service in a process of its own, with nothing set but what a container sets. */
@Timeout(120)
class StructuredLogTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CANARY = "quetzal-has-a-tennis-elbow";

    @Test
    void everyLineIsAnObjectWithServiceAndLevelAndOursHaveACodeAndNobodyIsNamed() throws Exception {
        var database = Backing.database();
        var service = start(database);
        try (var log = service.inputReader(StandardCharsets.UTF_8)) {
            var lines = readUntil(log, line -> line.path("message").asString("").startsWith("Started BookingService"));
            leaveNewsThatCannotBeSent(database);
            lines.addAll(
                    readUntil(log, line -> line.at("/event/code").asString("").equals("event-not-sent")));

            assertThat(lines).allSatisfy(line -> {
                assertThat(line.at("/service/name").asString("")).isEqualTo("booking");
                assertThat(line.at("/service/version").asString("")).isNotEmpty();
                assertThat(line.at("/log/level").asString("")).isNotEmpty();
                assertThat(line.toString()).doesNotContain(CANARY);
            });
            assertThat(lines.getLast().path("message").asString("")).contains("topic=nowhere");
            assertThat(lines.getLast().at("/log/level").asString("")).isEqualTo("WARN");
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    private static Process start(PostgresDatabase database) throws IOException {
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BookingService.class.getName(),
                "--server.port=0",
                "--spring.kafka.listener.auto-startup=false",
                "--spring.kafka.bootstrap-servers=" + Backing.kafka(),
                "--reprieve.access.verification-key=" + BookingBacking.SIGNER.verificationKey(),
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.flyway.url=" + database.jdbcUrl());
        process.redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        process.environment().put("BOOKING_DB_USER", database.user());
        process.environment().put("BOOKING_DB_PASSWORD", database.password());
        return process.start();
    }

    private static List<JsonNode> readUntil(BufferedReader log, Predicate<JsonNode> last) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var text = log.readLine(); text != null; text = log.readLine()) {
            lines.add(JSON.readTree(text));
            if (last.test(lines.getLast())) {
                return lines;
            }
        }
        throw new AssertionError("It ended without the line: " + lines);
    }

    private static void leaveNewsThatCannotBeSent(PostgresDatabase database) throws SQLException {
        var news = """
                INSERT INTO outbox (event_id, topic, key, version, type, occurred_at, data)
                VALUES (gen_random_uuid(), 'nowhere', '%s', 1, 'health.reprieve.test.happened.v1', now(), '{"who": "%s"}')
                """.formatted(CANARY, CANARY);
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(news);
        }
    }
}
