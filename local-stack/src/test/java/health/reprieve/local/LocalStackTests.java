package health.reprieve.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.backing.CannotStart;
import health.reprieve.backing.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTests {

    @TempDir
    static Path directory;

    private static Settings settings;
    private static LocalStack stack;
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        settings = Settings.onFreePorts(directory);
        stack = LocalStack.start(settings);
    }

    @AfterAll
    static void everythingEndsWithIt() {
        stack.close();
        BROWSER.close();
        assertThat(settings.ports().byName())
                .allSatisfy(
                        (name, port) -> assertThat(Ports.isTaken(port)).as(name).isFalse());
    }

    @Test
    void theFirstPageCanBeAskedForAsSoonAsItHasStarted() throws Exception {
        assertThat(get(settings.address().resolve("/")).statusCode()).isEqualTo(200);
        assertThat(get(settings.address().resolve("/book")).statusCode()).isEqualTo(200);
    }

    @Test
    void everyPartIsReady() throws Exception {
        PortPlan ports = settings.ports();
        for (int port : new int[] {ports.booking(), ports.therapist(), ports.notification(), ports.management()}) {
            assertThat(get(URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)))
                            .statusCode())
                    .as("readiness at %d", port)
                    .isEqualTo(200);
        }
    }

    @Test
    void theFiguresOfOnePartAreItsOwn() throws Exception {
        PortPlan ports = settings.ports();
        get(settings.address().resolve("/book"));

        String ofTherapists = get(URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(ports.therapist())))
                .body();

        assertThat(ofTherapists).contains("jvm_memory_used_bytes").doesNotContain("uri=\"/book\"");
    }

    @Test
    void anotherOneInTheSameDirectoryIsRefused() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> LocalStack.start(Settings.onFreePorts(directory)))
                .withMessageContaining("in use by another running process");
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return BROWSER.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
