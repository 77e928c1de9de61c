package health.reprieve.bench.load;

import health.reprieve.bench.stage.Stage;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls that begin when they are due, whatever became of those before, as people's do. The clock of each starts when it is due,
 * so that waiting for a place counts too.
 */
public record OpenLoop(Stage stage, String what, int perSecond) {

    private static final int MOST_AT_ONCE = 500;
    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);

    /** One call, which says how it ended. */
    @FunctionalInterface
    public interface Call {

        int call(int number) throws Exception;
    }

    /** Returns when the last has ended. */
    public Tally run(int calls, Call call) throws InterruptedException {
        stage.tell("%s: %d calls, %d a second".formatted(what, calls, perSecond));
        var samples = new ConcurrentLinkedQueue<Tally.Sample>();
        var places = new Semaphore(MOST_AT_ONCE);
        var lastNews = new AtomicInteger();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls && !stage.isClosed(); i++) {
                int number = i;
                long due = began + i * 1_000_000_000L / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                places.acquire();
                threads.execute(() -> {
                    samples.add(sample(call, number, due));
                    places.release();
                });
                tellNow(began, lastNews, samples);
            }
        }
        return new Tally(samples, Duration.ofNanos(System.nanoTime() - began));
    }

    private void tellNow(long began, AtomicInteger lastNews, Collection<Tally.Sample> samples) {
        int news = (int) ((System.nanoTime() - began) / NEWS_EVERY.toNanos());
        if (news > lastNews.getAndSet(news)) {
            stage.tell("%s: %,d so far".formatted(what, samples.size()));
        }
    }

    private static Tally.Sample sample(Call call, int number, long due) {
        int status;
        try {
            status = call.call(number);
        } catch (Exception failed) {
            status = Client.BROKEN;
        }
        return new Tally.Sample(status, System.nanoTime() - due);
    }
}
