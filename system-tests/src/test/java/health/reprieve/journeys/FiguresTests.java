package health.reprieve.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.telemetry.check.Scrape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the four show of themselves while they work together. */
class FiguresTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Each with the port where it shows its figures, and the one where it is asked for pages. */
    static Stream<Arguments> all() {
        var ports = House.settings().ports();
        return Stream.of(
                Arguments.of("booking", ports.booking(), ports.booking()),
                Arguments.of("therapist", ports.therapist(), ports.therapist()),
                Arguments.of("notification", ports.notification(), ports.notification()),
                Arguments.of("front-door", ports.management(), ports.frontDoor()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void noServiceShowsMoreThanItMay(String service, int figures, int pages) {
        House.site().book(Site.newAddress());

        var scrape = scrape(figures);

        assertThat(scrape.series())
                .hasSizeLessThan(Scrape.BUDGET)
                .allSatisfy(series -> assertThat(series.labels()).containsEntry("application", service));
        assertThat(scrape.namingSomebody()).isEmpty();
    }

    /** Looks only at what these requests could have added: others knock meanwhile, and the house books for itself. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void whoAsksForWhatIsNotThereAddsNothingToTheFigures(String service, int figures, int pages) {
        int refusal = nothing(pages);
        var before = requests(figures, refusal);

        IntStream.range(0, 20).forEach(i -> nothing(pages));

        assertThat(requests(figures, refusal)).hasSameSizeAs(before).isNotEmpty();
    }

    @Test
    void theHouseBooksItselfAndNobodyGetsAMail() {
        int port = House.settings().ports().booking();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                scrape(port).value("reprieve_booking_probe_total", Map.of("outcome", "ok")))
                        .isPositive());

        assertThat(scrape(port).value("reprieve_booking_probe_total", Map.of("outcome", "failed")))
                .isZero();
        assertThat(House.letters().to("nobody@reprieve.invalid")).isEmpty();
    }

    /** Asks for an address that nobody else asks for, and answers the status. */
    private static int nothing(int port) {
        return answer(port, "/nothing/" + UUID.randomUUID()).statusCode();
    }

    private static List<Scrape.Series> requests(int port, int status) {
        return scrape(port).series().stream()
                .filter(line -> line.name().startsWith("http_server_requests"))
                .filter(line -> Integer.toString(status).equals(line.labels().get("status")))
                .toList();
    }

    private static Scrape scrape(int port) {
        return Scrape.of(answer(port, "/actuator/prometheus").body());
    }

    private static HttpResponse<String> answer(int port, String path) {
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
