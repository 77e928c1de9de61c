package health.reprieve.documents;

import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.database.DatabaseMetric;
import health.reprieve.frontdoor.FrontDoorMetric;
import health.reprieve.notification.message.NotificationMetric;
import health.reprieve.outbox.HearingMetric;
import health.reprieve.outbox.OutboxMetric;
import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Metric;
import health.reprieve.therapist.standing.TherapistMetric;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page that tells of every figure, made from the enums that declare them. */
final class MetricsPage {

    static final List<Section> SECTIONS = List.of(
            new Section("Booking", "booking-service", BookingMetric.values()),
            new Section("Therapists", "therapist-service", TherapistMetric.values()),
            new Section("Messages", "notification-service", NotificationMetric.values()),
            new Section("Front door", "front-door", FrontDoorMetric.values()),
            new Section(
                    "News on its way out", "booking-service, therapist-service and front-door", OutboxMetric.values()),
            new Section(
                    "News on its way in",
                    "booking-service, therapist-service and notification-service",
                    HearingMetric.values()),
            new Section("Database", "all four", DatabaseMetric.values()));

    private static final String PREFACE = """
            # Metrics

            Made by the build from the code's own words; a test holds this page against it and says how to write it anew.

            What each service shows at `/actuator/prometheus`, beyond what Spring Boot shows of HTTP, the JVM, the connection pool (`r2dbc_pool_*`), Kafka clients and logs. Every series
            carries `application` (`booking`, `therapist`, `notification` or `front-door`), and all of them are there from the start with every value of their labels; a series
            that is missing means that nobody is there to show it. A gauge that is `NaN` says that nobody could look for a while: it is not zero. Requests
            (`http_server_requests_seconds`) are counted within 10, 25, 50, 100 and 300 ms, 1 and 3 s, by their route.

            Counters and timers begin anew with each process, so boards add their rates. What lies in a database or in Kafka (waiting, due, open, lag, dead letters, visits, rooms, holds, therapists,
            credentials, sessions) is the same from every instance, so boards take the largest. Nothing here names a person, an address, an id or what hurts, and no label can say anything but what stands beside it. Why it is built
            this way: [decision 0014](decisions/0014-figures-have-one-door.md).
            """;

    private MetricsPage() {}

    /**
     * Figures that are declared together.
     *
     * @param shownBy the services that show them
     */
    record Section(String title, String shownBy, List<Metric> metrics) {

        Section(String title, String shownBy, Metric[] metrics) {
            this(title, shownBy, Arrays.asList(metrics));
        }

        private String text() {
            var rows =
                    metrics.stream().map(Metric::figure).map(MetricsPage::row).collect(Collectors.joining());
            return """

                    ## %s

                    Shown by %s.

                    | metric | kind | labels | meaning |
                    |---|---|---|---|
                    %s""".formatted(title, shownBy, rows);
        }
    }

    static String text() {
        return PREFACE + SECTIONS.stream().map(Section::text).collect(Collectors.joining());
    }

    private static String row(Figure figure) {
        var labels = figure.labels().stream().map(MetricsPage::label).collect(Collectors.joining("<br>"));
        return "| `%s` | %s | %s | %s |\n".formatted(figure.shownName(), kind(figure), labels, figure.meaning());
    }

    private static String kind(Figure figure) {
        return switch (figure.kind()) {
            case COUNTER -> "counter";
            case GAUGE -> "gauge";
            case GAUGE_SECONDS -> "gauge, s";
            case TIMER ->
                "timer, within "
                        + figure.buckets().stream().map(MetricsPage::time).collect(Collectors.joining(", "));
        };
    }

    private static String label(Label label) {
        return switch (label) {
            case Label.OneOf one ->
                "`%s`: %s"
                        .formatted(
                                one.name(),
                                one.values().stream().map(Label::text).collect(Collectors.joining(", ")));
            case Label.OneKnown one -> "`%s`: %s".formatted(one.name(), one.what());
        };
    }

    private static String time(Duration time) {
        if (time.toMinutesPart() > 0 && time.toSecondsPart() == 0) {
            return time.toMinutes() + " min";
        }
        return time.toMillisPart() > 0 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
