package health.reprieve.bench.load;

import health.reprieve.bench.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/** Clients that each ask again as soon as they have their answer, all at once, for a time. */
public record ClosedLoop(Stage stage, String what, int clients) {

    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);

    /** A service that is gone is not asked a million times. */
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofMillis(100);

    /** Makes each client. */
    @FunctionalInterface
    public interface Maker {

        Client make(int number) throws Exception;
    }

    /** Returns when the time is over, or nobody has anything left to ask. */
    public Tally run(Duration time, Maker maker) throws Exception {
        return run(Duration.ZERO, time, maker);
    }

    /** @param warmUp what is asked before it is over is not counted */
    public Tally run(Duration warmUp, Duration time, Maker maker) throws Exception {
        stage.tell("%s: %d s with %d clients".formatted(what, warmUp.plus(time).toSeconds(), clients));
        var made = new ArrayList<Client>();
        for (int i = 0; i < clients; i++) {
            made.add(maker.make(i));
        }
        var answers = new LongAdder();
        long counted = System.nanoTime() + warmUp.toNanos();
        var span = new Span(counted, counted + time.toNanos());
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = made.stream()
                    .map(client -> threads.submit(() -> all(client, span, answers)))
                    .toList();
            var samples = new ArrayList<Tally.Sample>();
            for (var one : running) {
                samples.addAll(awaited(one, answers));
            }
            return new Tally(samples, Duration.ofNanos(System.nanoTime() - counted));
        }
    }

    /** From when on answers count, and when it is over, by the JVM's own clock. */
    private record Span(long counted, long end) {}

    private List<Tally.Sample> awaited(Future<List<Tally.Sample>> client, LongAdder answers) throws Exception {
        while (true) {
            try {
                return client.get(NEWS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                stage.tell("%s: %,d so far".formatted(what, answers.sum()));
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
        }
    }

    private List<Tally.Sample> all(Client client, Span span, LongAdder answers) throws Exception {
        var samples = new ArrayList<Tally.Sample>();
        try (client) {
            for (long now = System.nanoTime(); now < span.end && !stage.isClosed(); now = System.nanoTime()) {
                int status = client.ask();
                if (status == Client.OVER) {
                    break;
                }
                if (now >= span.counted) {
                    samples.add(new Tally.Sample(status, System.nanoTime() - now));
                }
                answers.increment();
                if (status == Client.BROKEN) {
                    Thread.sleep(PAUSE_AFTER_TROUBLE);
                }
            }
        }
        return samples;
    }
}
