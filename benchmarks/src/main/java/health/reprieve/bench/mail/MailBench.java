package health.reprieve.bench;

import health.reprieve.backing.Directories;
import health.reprieve.local.LocalStack;
import health.reprieve.local.Settings;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * From a booking's commit to its confirmation lying at the mail server, at the pace of a busy practice and at fifty
 * bookings a second. The clock of each starts when its request is sent, so the booking itself is counted in: the figure
 * is an upper bound of what is asked for.
 */
final class MailBench {

    private static final int WARM_UP = 400;
    private static final int AT_A_CALM_PACE = 100;
    private static final int AT_A_STORM = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MailBench() {}

    static void run() throws Exception {
        var directory = Files.createTempDirectory("reprieve-bench-");
        System.out.println("Starting the system in " + directory);
        try (var stack = LocalStack.start(Settings.onFreePorts(directory))) {
            var client = BookingClient.of(stack.settings());
            var openings = client.openings(WARM_UP + AT_A_CALM_PACE + AT_A_STORM);
            var warm = openings.subList(0, WARM_UP);
            var calm = openings.subList(WARM_UP, WARM_UP + AT_A_CALM_PACE);
            var storm = openings.subList(WARM_UP + AT_A_CALM_PACE, openings.size());
            System.out.printf("Warming up with %d bookings%n", warm.size());
            book(client, warm, 50);
            System.out.printf(
                    "%-45s %10s %10s %10s%n", "booking request sent -> mail at the server", "p50", "p99", "max");
            report(book(client, calm, 5), calm.size(), 5);
            report(book(client, storm, 50), storm.size(), 50);
        } finally {
            Directories.delete(directory);
        }
    }

    /** Sends each request when it is due, whatever became of those before. */
    private static List<Duration> book(BookingClient client, List<BookingClient.Opening> openings, int perSecond)
            throws Exception {
        var between = Duration.ofSeconds(1).dividedBy(perSecond);
        var sent = new ArrayList<Future<BookingClient.Booked>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var due = Instant.now();
            for (var opening : openings) {
                due = due.plus(between);
                Thread.sleep(Duration.between(Instant.now(), due));
                sent.add(pool.submit(() -> client.book(opening)));
            }
            var booked = new ArrayList<BookingClient.Booked>();
            for (var future : sent) {
                booked.add(future.get());
            }
            return arrivals(client, booked);
        }
    }

    private static List<Duration> arrivals(BookingClient client, List<BookingClient.Booked> booked) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var mails = client.mails();
            var waits = booked.stream()
                    .filter(b -> mails.containsKey(b.address()))
                    .map(b -> Duration.between(b.sentAt(), mails.get(b.address())))
                    .sorted()
                    .toList();
            if (waits.size() == booked.size() || Instant.now().isAfter(deadline)) {
                return waits;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private static void report(List<Duration> waits, int expected, int perSecond) {
        System.out.printf(
                "%-45s %7d ms %7d ms %7d ms   %d of %d mails%s%n",
                "at %d bookings a second".formatted(perSecond),
                at(waits, 0.50),
                at(waits, 0.99),
                at(waits, 1.0),
                waits.size(),
                expected,
                perSecond == 50 ? "; asked for: 30 and 250 ms" : "");
        if (waits.size() < expected) {
            throw new IllegalStateException("%d mails are missing".formatted(expected - waits.size()));
        }
    }

    private static long at(List<Duration> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)).toMillis();
    }
}
