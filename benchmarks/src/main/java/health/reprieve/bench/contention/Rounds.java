package health.reprieve.bench.contention;

import health.reprieve.bench.load.Agenda;
import health.reprieve.bench.load.Client;
import health.reprieve.bench.load.Tally;
import health.reprieve.bench.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rounds in which so many clients want one time in the same moment. */
record Rounds(Stage stage, String what, int clients) {

    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);

    /** How one client tries to get it. */
    @FunctionalInterface
    interface Attempt {

        /** @return 201 for whoever wins */
        int at(int client, Agenda.Visit visit) throws Exception;
    }

    /** Makes everything ready that is not to be measured. */
    @FunctionalInterface
    interface Preparation {

        void before(Agenda.Visit visit) throws Exception;
    }

    /**
     * What came of them.
     *
     * @param tally of all answers; its time is that of the rounds alone
     * @param rounds played
     * @param won rounds with exactly one winner
     */
    record Result(Tally tally, int rounds, int won) {}

    /** Plays so many rounds, or fewer when the time is over first. */
    Result play(int most, Duration time, Agenda agenda, Preparation preparation, Attempt attempt) throws Exception {
        stage.tell("%s: up to %,d rounds of %d clients, at most %d s".formatted(what, most, clients, time.toSeconds()));
        var tallies = new ArrayList<Tally>();
        long end = System.nanoTime() + time.toNanos();
        long news = System.nanoTime() + NEWS_EVERY.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (tallies.size() < most && System.nanoTime() < end && !stage.isClosed()) {
                var visit = agenda.next().orElseThrow();
                preparation.before(visit);
                tallies.add(round(threads, visit, attempt));
                if (System.nanoTime() > news) {
                    stage.tell("%s: %,d rounds so far".formatted(what, tallies.size()));
                    news += NEWS_EVERY.toNanos();
                }
            }
        }
        int won = (int) tallies.stream()
                .filter(round -> round.count(Tally::isGood) == 1)
                .count();
        return new Result(Tally.of(tallies.toArray(Tally[]::new)), tallies.size(), won);
    }

    private Tally round(ExecutorService threads, Agenda.Visit visit, Attempt attempt) throws Exception {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<Tally.Sample>>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            Callable<Tally.Sample> one = () -> {
                start.await();
                return sample(client, visit, attempt);
            };
            running.add(threads.submit(one));
        }
        long began = System.nanoTime();
        start.countDown();
        List<Tally.Sample> samples = new ArrayList<>();
        for (var one : running) {
            samples.add(one.get());
        }
        return new Tally(samples, Duration.ofNanos(System.nanoTime() - began));
    }

    private static Tally.Sample sample(int client, Agenda.Visit visit, Attempt attempt) {
        long began = System.nanoTime();
        int status;
        try {
            status = attempt.at(client, visit);
        } catch (Exception failed) {
            status = Client.BROKEN;
        }
        return new Tally.Sample(status, System.nanoTime() - began);
    }
}
