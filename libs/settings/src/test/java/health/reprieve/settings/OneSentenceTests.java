package health.reprieve.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator reads of a start that a setting stopped. */
@ExtendWith(OutputCaptureExtension.class)
class OneSentenceTests {

    private static final String PASSWORD = "SAMPLE_DB_PASSWORD";

    @TempDir
    private Path secrets;

    /** Logging belongs to the JVM: what one test asked for would stay. */
    @AfterEach
    void forgetTheFormOfTheLog() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sample.length | abc | sample.length is abc, but it must be a length of time such as 90s, 10m or 2h: put it right in the argument --sample.length.
            sample.length | -5m | sample.length is -5m, but it must be from 1m to 1h: put it right in the argument --sample.length.
            sample.length | 10  | sample.length is 10ms, but it must be from 1m to 1h: put it right in the argument --sample.length.
            sample.count  | ten | sample.count is ten, but it must be a number, without anything else: put it right in the argument --sample.count.
            sample.count  | 10  | sample.count is 10, but it must be from 1 to 9: put it right in the argument --sample.count.
            sample.colour | BLUE | sample.colour is BLUE, but it must be one of RED, GREEN: put it right in the argument --sample.colour.
            sample.size   | big | sample.size is big, but it must be a size such as 64KB or 1MB: put it right in the argument --sample.size.
            sample.open   | ajar | sample.open is ajar, but it must be true or false: put it right in the argument --sample.open.
            sample.pair   | ab  | sample.pair is ab, but it must be written like a/b: put it right in the argument --sample.pair.
            server.port   | 99999 | server.port is 99999, but it must be a port, from 0 to 65535: put it right in the argument --server.port.
            server.address | no.such.host.invalid | server.address is no.such.host.invalid, but it must be an address of this machine, such as 127.0.0.1 or 0.0.0.0: put it right in the argument --server.address.
            reprieve.demo | yes | reprieve.demo is yes, but it must be true or false: put it right in the argument --reprieve.demo.
            spring.flyway.url | postgres | spring.flyway.url is postgres, but it must be an address such as jdbc:postgresql://localhost:5432/booking: put it right in the argument --spring.flyway.url.
            spring.r2dbc.url | jdbc:postgresql://a/b | spring.r2dbc.url is jdbc:postgresql://a/b, but it must be an address such as r2dbc:postgresql://localhost:5432/booking: put it right in the argument --spring.r2dbc.url.
            spring.kafka.bootstrap-servers | localhost | spring.kafka.bootstrap-servers is localhost, but it must be hosts with their ports, such as kafka-1:9092,kafka-2:9092, one of them at least known here: put it right in the argument --spring.kafka.bootstrap-servers.
            spring.kafka.bootstrap-servers | no.such.host.invalid:9092 | spring.kafka.bootstrap-servers is no.such.host.invalid:9092, but it must be hosts with their ports, such as kafka-1:9092,kafka-2:9092, one of them at least known here: put it right in the argument --spring.kafka.bootstrap-servers.
            """)
    void aWrongArgumentIsNamedWithItsValueAndWhatIsAllowed(
            String setting, String value, String sentence, CapturedOutput output) {
        assertThatStartFails(Map.of(PASSWORD, "pw"), "--%s=%s".formatted(setting, value));

        assertThat(output.toString().stripTrailing()).endsWith(": " + sentence);
    }

    @Test
    void oneHostOfKafkaThatIsAwayKeepsNobodyFromStarting() {
        var hosts = "no.such.host.invalid:9092, localhost:9092";

        try (var service = SampleService.start(Map.of(PASSWORD, "pw", "SPRING_KAFKA_BOOTSTRAP_SERVERS", hosts))) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void aWrongVariableIsNamedAsItIsWritten(CapturedOutput output) {
        assertThatStartFails(Map.of(PASSWORD, "pw", "SAMPLE_COUNT", "0"));

        assertThat(output)
                .contains("sample.count is 0, but it must be from 1 to 9: put it right in the variable SAMPLE_COUNT.");
    }

    @Test
    void aVariableThatASettingReadsIsNamedAsTheServicesFileNamesIt(CapturedOutput output) {
        assertThatStartFails(Map.of(PASSWORD, "pw", "SAMPLE_SPAN", "2h"));

        assertThat(output)
                .contains("sample.length is 2h, but it must be from 1m to 1h: set it with the variable SAMPLE_SPAN.");
    }

    @Test
    void aMissingPasswordIsAskedForByVariableAndByFile(CapturedOutput output) {
        assertThatStartFails(Map.of("REPRIEVE_SECRETS", secrets.toString()));

        assertThat(output)
                .contains(
                        "spring.r2dbc.password is not given, but the service cannot start without it: set it with the "
                                + "variable SAMPLE_DB_PASSWORD, or in the file "
                                + secrets.resolve("spring.r2dbc.password") + ".");
    }

    @Test
    void passwordsAndKeysAreReadFromFilesWithoutTheNewlineAtTheirEnd() throws IOException {
        Files.writeString(secrets.resolve("spring.r2dbc.password"), "from a file\n");
        Files.writeString(secrets.resolve("sample.key"), "a key from a file\n");

        try (var service = SampleService.start(Map.of("REPRIEVE_SECRETS", secrets.toString()))) {
            assertThat(service.getEnvironment().getProperty("spring.r2dbc.password"))
                    .isEqualTo("from a file");
            assertThat(service.getEnvironment().getProperty("spring.flyway.password"))
                    .isEqualTo("from a file");
            assertThat(service.getBean(SampleService.Sample.class).key()).isEqualTo("a key from a file");
        }
    }

    @Test
    void aWrongFileIsNamedAndItsSecretIsNot(CapturedOutput output) throws IOException {
        Files.writeString(secrets.resolve("sample.key"), "hush\n");

        assertThatStartFails(Map.of(PASSWORD, "pw", "REPRIEVE_SECRETS", secrets.toString()));

        assertThat(output)
                .contains("sample.key has a value that cannot be used, but it must be a key: put it right in the file "
                        + secrets.resolve("sample.key") + ".")
                .doesNotContain("hush");
    }

    @Test
    void aPasswordInAnAddressIsNotShown(CapturedOutput output) {
        assertThatStartFails(
                Map.of(PASSWORD, "pw"),
                "--spring.flyway.url=postgres://user:hush@host/db?password=hush",
                "--spring.r2dbc.url=r2dbc:postgresql://host/db");

        assertThat(output)
                .contains("spring.flyway.url is postgres://…@host/db?…, but")
                .doesNotContain("hush");
    }

    @Test
    void inJsonTheSentenceIsTheMessage(CapturedOutput output) {
        assertThatStartFails(Map.of(PASSWORD, "pw"), "--sample.count=0", "--logging.structured.format.console=ecs");

        assertThat(output)
                .contains("\"message\":\"sample.count is 0, but it must be from 1 to 9: put it right in the"
                        + " argument --sample.count.\"");
    }

    private static void assertThatStartFails(Map<String, Object> variables, String... arguments) {
        assertThatThrownBy(() ->
                        SampleService.start(new HashMap<>(variables), arguments).close())
                .isInstanceOf(RuntimeException.class);
    }
}
