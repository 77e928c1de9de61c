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
 * From a booking's commit to its confirmation lying at the mail server, at fifty bookings a second. The clock of each
 * starts when its request is sent, so the booking itself is counted in: the figure is an upper bound of what is asked for.
 */
final class MailBench {

    private static final int WARM_UP = 150;
    private static final int MEASURED = 500;
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MailBench() {}

    static void run() throws Exception {
        var directory = Files.createTempDirectory("reprieve-bench-");
        System.out.println("Starting the system in " + directory);
        try (var stack = LocalStack.start(Settings.onFreePorts(directory))) {
            var client = BookingClient.of(stack.settings());
            var openings = client.openings(WARM_UP + MEASURED);
            System.out.printf("Warming up with %d bookings%n", WARM_UP);
            book(client, openings.subList(0, WARM_UP));
            var measured = openings.subList(WARM_UP, openings.size());
            System.out.printf("Measuring %d bookings, one every %d ms%n", measured.size(), BETWEEN.toMillis());
            report(book(client, measured), measured.size());
        } finally {
            Directories.delete(directory);
        }
    }

    /** Sends each request when it is due, whatever became of those before. */
    private static List<Duration> book(BookingClient client, List<BookingClient.Opening> openings) throws Exception {
        var sent = new ArrayList<Future<BookingClient.Booked>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var due = Instant.now();
            for (var opening : openings) {
                due = due.plus(BETWEEN);
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

    private static void report(List<Duration> waits, int expected) {
        System.out.printf(
                "%-45s %10s %10s %10s%n%-45s %7d ms %7d ms %7d ms   (%d of %d mails; asked for: 30 and 250 ms)%n",
                "booking request sent -> mail at the server",
                "p50",
                "p99",
                "max",
                "at 50 bookings a second",
                at(waits, 0.50),
                at(waits, 0.99),
                at(waits, 1.0),
                waits.size(),
                expected);
        if (waits.size() < expected) {
            throw new IllegalStateException("%d mails are missing".formatted(expected - waits.size()));
        }
    }

    private static long at(List<Duration> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)).toMillis();
    }
}
