package health.reprieve.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.journeys.Collector.Told;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One click is one trace, over everything it causes. */
class TraceTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Collector COLLECTOR = House.collector();
    private static final String FOREIGN_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String ADDRESS = Site.newAddress();

    @BeforeAll
    static void aPatientBooks() {
        House.site().book(ADDRESS);
        House.letters().latestTo(ADDRESS, 2);
    }

    @Test
    void aBookingIsOneTraceFromTheClickToTheMail() {
        assertThat(wayTo(mail("Your appointment")))
                .containsExactly(
                        "front-door: http post /book/**",
                        "front-door: hand on to booking",
                        "booking: http post /book/confirm",
                        "booking: publish appointment-events",
                        "notification: hear appointment-events",
                        "notification: mail");
    }

    @Test
    void soIsASignInCode() {
        assertThat(wayTo(mail("Your sign-in code")))
                .containsExactly(
                        "front-door: http post /sign-in/code",
                        "front-door: publish message-requests",
                        "notification: hear message-requests",
                        "notification: mail");
    }

    @Test
    void theLastStepTellsWhatBecameOfTheMail() {
        assertThat(mail("Your appointment").tags())
                .containsEntry("message.template", "CONFIRMATION")
                .containsEntry("message.attempt", "1")
                .containsEntry("outcome", "ACCEPTED");
    }

    @Test
    void whatABrowserSaysOfATraceIsNotBelieved() throws Exception {
        long before = count("booking", "http get /book/call");

        get(House.address().resolve("/book/call"), "traceparent", "00-%s-00f067aa0ba902b7-01".formatted(FOREIGN_TRACE));

        await().atMost(PATIENCE).until(() -> count("booking", "http get /book/call") > before);
        assertThat(COLLECTOR.spans()).extracting(Told::trace).doesNotContain(FOREIGN_TRACE);
    }

    @Test
    void whoAsksForHealthAndFiguresIsNobodysClick() throws Exception {
        var booking = URI.create("http://127.0.0.1:" + House.settings().ports().booking());
        get(booking.resolve("/actuator/health"));
        long before = count("booking", "http get /book");

        get(House.address().resolve("/book"));

        await().atMost(PATIENCE).until(() -> count("booking", "http get /book") > before);
        assertThat(COLLECTOR.text()).doesNotContain("/actuator");
    }

    private static long count(String service, String name) {
        return COLLECTOR.spans().stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .count();
    }

    private static void get(URI address, String... headers) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address);
            if (headers.length > 0) {
                request.headers(headers);
            }
            http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    /** The step that sent the patient's mail of that subject. */
    private static Told mail(String subject) {
        var id = House.letters().to(ADDRESS).stream()
                .filter(letter -> letter.path("subject").asString().equals(subject))
                .map(Letters::messageId)
                .findFirst()
                .orElseThrow();
        return await().atMost(PATIENCE)
                .until(
                        () -> COLLECTOR.spans().stream()
                                .filter(span -> id.equals(span.tags().get("message.id")))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** From the step that began it all; each causes the next, and all are of one trace. */
    private static List<String> wayTo(Told last) {
        var way = new ArrayDeque<String>();
        var step = last;
        while (true) {
            way.addFirst(step.service() + ": " + step.name());
            if (step.parent().isEmpty()) {
                return List.copyOf(way);
            }
            step = causeOf(step);
        }
    }

    /** Each service tells its own steps when it comes to it. */
    private static Told causeOf(Told step) {
        return await().atMost(PATIENCE)
                .until(
                        () -> COLLECTOR.spans().stream()
                                .filter(other -> other.trace().equals(step.trace()))
                                .filter(other -> other.id().equals(step.parent()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
