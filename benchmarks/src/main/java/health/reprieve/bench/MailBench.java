package health.reprieve.bench;

import health.reprieve.local.LocalStack;
import health.reprieve.local.Settings;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * From a booking's commit to its confirmation lying at the mail server, at fifty bookings a second. The clock starts when the
 * request is sent, so the booking itself is counted in: the figure is an upper bound of what is asked for.
 */
final class MailBench {

    private static final int WARM_UP = 30;
    private static final int MEASURED = 100;
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
            System.out.printf(
                    "Measuring %d bookings, one every %d ms%n", openings.size() - WARM_UP, BETWEEN.toMillis());
            report(book(client, openings.subList(WARM_UP, openings.size())));
        }
    }

    private static List<Duration> book(BookingClient client, List<BookingClient.Opening> openings) throws Exception {
        var sent = new ArrayList<Future<BookingClient.Booked>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                var pace = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < openings.size(); i++) {
                var opening = openings.get(i);
                sent.add(pace.schedule(
                        () -> pool.submit(() -> client.book(opening)).get(),
                        i * BETWEEN.toMillis(),
                        TimeUnit.MILLISECONDS));
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
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static void report(List<Duration> waits) {
        System.out.printf(
                "%-45s %10s %10s %10s%n%-45s %7d ms %7d ms %7d ms   (%d mails; asked for: 30 and 250 ms)%n",
                "booking request sent -> mail at the server",
                "p50",
                "p99",
                "max",
                "at 50 bookings a second",
                at(waits, 0.50),
                at(waits, 0.99),
                at(waits, 1.0),
                waits.size());
    }

    private static long at(List<Duration> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)).toMillis();
    }
}
