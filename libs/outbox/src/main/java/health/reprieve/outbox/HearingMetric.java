package health.reprieve.outbox;

import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Metric;

/** What is shown of news on its way in. A topic is the only thing that is told of an event. */
public enum HearingMetric implements Metric {
    HANDLED(Figure.counter("reprieve.hearing.handled", "Events that were handled, by what became of them.")
            .by(Label.of("handling", Handling.class))),
    NOT_HANDLED(Figure.counter(
                    "reprieve.hearing.not.handled",
                    "Deliveries that failed; each is tried again, or its event is parked.")
            .by(heardTopics())),
    PARKED(Figure.counter("reprieve.hearing.parked", "Events put aside for a person to look at.")
            .by(heardTopics())),
    SKIPPED(Figure.counter(
                    "reprieve.hearing.skipped", "Events of a type that the service does not know yet, and let pass.")
            .by(heardTopics())),
    DEAD_LETTERS(Figure.gauge(
                    "reprieve.hearing.dead.letters",
                    "Events that lie aside now, whichever service put them there; unknown while Kafka is away.")
            .by(heardTopics())),
    LAG_RECORDS(Figure.gauge(
                    "reprieve.hearing.lag.records",
                    "Events that lie on the topic and are not handled yet, as Kafka sees it; unknown while it is away.")
            .by(heardTopics())),
    LAG(Figure.seconds(
                    "reprieve.hearing.lag",
                    "How old the oldest event is that is not handled yet; zero when there is none, unknown while Kafka is away.")
            .by(heardTopics())),
    LOOKED(Figure.seconds("reprieve.hearing.looked", "How long ago Kafka last told how far this service has heard."));

    @SuppressWarnings("ImmutableEnumChecker") // a record of copies; the checker knows only other libraries' lists
    private final Figure figure;

    HearingMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }

    private static Label heardTopics() {
        return Label.known("topic", "the topics that the service hears");
    }
}
