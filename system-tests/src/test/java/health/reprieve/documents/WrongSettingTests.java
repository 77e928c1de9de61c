package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.backing.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shipped, started with a wrong setting: its end, and the last that it says. */
class WrongSettingTests {

    private static final String PUBLIC_KEY = """
            {"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}""";

    @TempDir
    private Path secrets;

    @BeforeEach
    void giveWhatMustBeGiven() throws IOException {
        write("spring.r2dbc.username", "somebody");
        write("spring.r2dbc.password", "hush-hush");
        write("reprieve.access.verification-key", PUBLIC_KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BOOKING      | BOOKING_POLICY_GRID     | 7m      | booking.policy.grid is 7m, but it must be whole minutes that divide an hour: put it right in the variable BOOKING_POLICY_GRID.
            BOOKING      | KAFKA_BOOTSTRAP_SERVERS | nowhere | spring.kafka.bootstrap-servers is nowhere, but it must be hosts with their ports, such as kafka-1:9092,kafka-2:9092, one of them at least known here: set it with the variable KAFKA_BOOTSTRAP_SERVERS.
            THERAPIST    | THERAPIST_PORT          | 99999   | server.port is 99999, but it must be a port, from 0 to 65535: set it with the variable THERAPIST_PORT.
            NOTIFICATION | SMTP_PORT               | -1      | notification.smtp.port is -1, but it must be a port, from 1 to 65535: set it with the variable SMTP_PORT.
            FRONT_DOOR   | FRONTDOOR_SIGNIN_TRIES  | 0       | front-door.sign-in.tries is 0, but it must be from 1 to 10: put it right in the variable FRONTDOOR_SIGNIN_TRIES.
            """)
    void aWrongVariableEndsTheStartWithOneSentence(OurService service, String variable, String value, String sentence)
            throws Exception {
        write("notification.opening-key", "any");
        write("front-door.keys.signing", "any");
        write("front-door.keys.sealing", "any");
        write("front-door.keys.hashing", "any");

        assertThatItEnds(Map.of(variable, value), service, sentence);
    }

    @Test
    void aMissingPasswordIsAskedForByVariableAndByFile() throws Exception {
        Files.delete(secrets.resolve("spring.r2dbc.password"));

        assertThatItEnds(
                Map.of(),
                OurService.THERAPIST,
                "spring.r2dbc.password is not given, but the service cannot start without it: set it with the variable"
                        + " THERAPIST_DB_PASSWORD, or in the file %s."
                                .formatted(secrets.resolve("spring.r2dbc.password")));
    }

    @Test
    void aKeyThatIsNoneIsNamedByItsFileAndNotShown() throws Exception {
        write("notification.opening-key", "{\"kty\":\"EC\",\"d\":\"hush-hush\"}");

        assertThatItEnds(
                Map.of(),
                OurService.NOTIFICATION,
                "notification.opening-key has a value that cannot be used, but it must be a private EC key (P-256) as a"
                        + " JWK: put it right in the file %s.".formatted(secrets.resolve("notification.opening-key")));
    }

    @Test
    void aDatabaseThatIsNotThereIsToldFromAFaultOfOurs() throws Exception {
        String url = "jdbc:postgresql://localhost:%d/booking".formatted(Ports.free());

        assertThatItEnds(
                Map.of("BOOKING_JDBC_URL", url),
                OurService.BOOKING,
                ("spring.flyway.url is %s, but no database answers there: see that it runs, or set it with the variable"
                                + " BOOKING_JDBC_URL.")
                        .formatted(url));
    }

    @Test
    void inJsonTheSentenceIsTheMessage() throws Exception {
        assertThatItEnds(
                Map.of("BOOKING_POLICY_NOTICE", "-2h", "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"),
                OurService.BOOKING,
                "\"message\":\"booking.policy.notice is -2h, but it must be from 0s to 60d: put it right in the variable"
                        + " BOOKING_POLICY_NOTICE.\",\"event\":{\"code\":\"start-refused\"},\"ecs\":{\"version\":\"8.11\"}}");
    }

    private void assertThatItEnds(Map<String, String> variables, OurService service, String sentence)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar(service).toString())
                .redirectErrorStream(true);
        builder.environment().put("REPRIEVE_SECRETS", secrets.toString());
        builder.environment().putAll(variables);
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.stripTrailing()).endsWith(sentence).doesNotContain("\tat ", "hush-hush");
        assertThat(said.lines().filter(line -> line.contains("WARN") || line.contains("ERROR")))
                .hasSize(1);
        assertThat(process.exitValue()).isOne();
    }

    private static Path jar(OurService service) throws IOException {
        Path target = Document.repository().resolve(service.folder()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith("-app.jar")).toList();
            assertThat(jars)
                    .as("the jar of %s, which ./mvnw verify makes", service.folder())
                    .hasSize(1);
            return jars.getFirst();
        }
    }

    private void write(String setting, String value) throws IOException {
        Files.writeString(secrets.resolve(setting), value + "\n");
    }
}
