package health.reprieve.bench.load;

import health.reprieve.bench.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/** Clients that each ask again as soon as they have their answer, all at once, for a time. */
public record ClosedLoop(Stage stage, String what, int clients) {

    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);

    /** Makes each client. */
    @FunctionalInterface
    public interface Maker {

        Client make(int number) throws Exception;
    }

    /** Returns when the time is over, or nobody has anything left to ask. */
    public Tally run(Duration time, Maker maker) throws Exception {
        stage.tell("%s: %d s with %d clients".formatted(what, time.toSeconds(), clients));
        var answers = new LongAdder();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<List<Tally.Sample>>>();
            for (int i = 0; i < clients; i++) {
                var client = maker.make(i);
                Callable<List<Tally.Sample>> all = () -> all(client, time, start, answers);
                running.add(threads.submit(all));
            }
            long began = System.nanoTime();
            start.countDown();
            var samples = new ArrayList<Tally.Sample>();
            for (var one : running) {
                samples.addAll(awaited(one, answers));
            }
            return new Tally(samples, Duration.ofNanos(System.nanoTime() - began));
        }
    }

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

    private List<Tally.Sample> all(Client client, Duration time, CountDownLatch start, LongAdder answers)
            throws Exception {
        var samples = new ArrayList<Tally.Sample>();
        try (client) {
            start.await();
            long end = System.nanoTime() + time.toNanos();
            for (long now = System.nanoTime(); now < end && !stage.isClosed(); now = System.nanoTime()) {
                int status = client.ask();
                if (status == Client.OVER) {
                    break;
                }
                samples.add(new Tally.Sample(status, System.nanoTime() - now));
                answers.increment();
            }
        }
        return samples;
    }
}
