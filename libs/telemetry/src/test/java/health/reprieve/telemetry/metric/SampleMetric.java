package health.reprieve.telemetry.metric;

import java.time.Duration;
import java.util.List;

/** One of each kind. */
enum SampleMetric implements Metric {
    RUNS(Figure.counter("reprieve.sample.runs", "How often it ran.")),
    LOST(Figure.counter("reprieve.sample.lost", "How often something was lost.").by(Label.of("what", Thing.class))),
    ANSWERS(Figure.counter("reprieve.sample.answers", "What was answered.")
            .by(Label.of("what", Thing.class))
            .by(Label.of("colour", Colour.class))),
    HEARD(Figure.counter("reprieve.sample.heard", "What was heard.").by(Label.known("topic", "the topics"))),
    WAITING(Figure.gauge("reprieve.sample.waiting", "How many wait.")),
    AGE(Figure.seconds("reprieve.sample.age", "How old the oldest is.")
            .by(Label.of("colour", Colour.class, List.of(Colour.RED)))),
    LENGTH(Figure.timer("reprieve.sample.length", "How long it took.", Duration.ofMillis(10), Duration.ofSeconds(1)));

    enum Thing {
        A_KEY,
        A_HAT
    }

    enum Colour {
        RED,
        BLUE
    }

    @SuppressWarnings("ImmutableEnumChecker") // records of copies; the checker knows only other libraries' lists
    private final Figure figure;

    SampleMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
