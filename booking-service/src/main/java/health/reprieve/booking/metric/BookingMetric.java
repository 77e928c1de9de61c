package health.reprieve.booking.metric;

import static health.reprieve.telemetry.metric.Figure.counter;
import static health.reprieve.telemetry.metric.Figure.gauge;
import static health.reprieve.telemetry.metric.Figure.seconds;
import static health.reprieve.telemetry.metric.Figure.timer;

import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Metric;
import java.time.Duration;

/**
 * What is shown of this service. What the house books for itself, to see that it can, stands in the figures of the probe
 * and in no other.
 */
public enum BookingMetric implements Metric {
    REQUESTS(counter("reprieve.booking.requests", "What people asked for, and what became of it.")
            .by(Label.of("asked", Asked.class))
            .by(Label.of("outcome", Outcome.class))),
    REFUSALS(counter("reprieve.booking.refusals", "What was refused, and why.")
            .by(Label.of("asked", Asked.class))
            .by(Label.of("reason", RefusalReason.class))),
    LOST_RACES(counter(
                    "reprieve.booking.lost.races",
                    "Times that were free when looked at and somebody else's when written, by what was taken.")
            .by(Label.of("resource", Resource.class))),
    SEARCH(timer(
            "reprieve.booking.search",
            "How long it took to find the days that have space.",
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofSeconds(1))),
    EMPTY_SEARCHES(counter("reprieve.booking.searches.empty", "Searches that found no day with space.")),

    VISITS_TODAY(gauge("reprieve.booking.visits.today", "Visits of today, where the clinic is, by where they stand.")
            .by(Label.of("stage", VisitStage.class))),
    VISITS_SOON(gauge("reprieve.booking.visits.soon", "Visits that begin within the next two hours.")),
    ROOMS(gauge("reprieve.booking.rooms", "Rooms, by whether somebody is treated there now.")
            .by(Label.of("state", RoomState.class))),
    HOLDS(gauge("reprieve.booking.holds", "Times that are held now and not booked yet.")),

    PROBES(counter("reprieve.booking.probe", "Bookings that the house made for itself, by what became of them.")
            .by(Label.of("outcome", ProbeOutcome.class))),
    PROBE_TIME(timer(
            "reprieve.booking.probe.time",
            "How long it took to search, book, see and cancel.",
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3))),
    PROBE_PUBLISHED(timer(
            "reprieve.booking.probe.published",
            "How long after the cancellation its news was seen to be published.",
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30))),
    PROBE_LAST_SUCCESS(
            seconds(
                    "reprieve.booking.probe.last.success.timestamp",
                    "When a probe last was ok or slow, in seconds since 1970; zero while none was; unknown where probing is off."));

    @SuppressWarnings("ImmutableEnumChecker") // a record of copies; the checker knows only other libraries' lists
    private final Figure figure;

    BookingMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
