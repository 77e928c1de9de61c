package health.reprieve.bench.mail;

import health.reprieve.bench.figure.Figure;
import health.reprieve.bench.figure.Measured;
import health.reprieve.bench.figure.Unit;
import health.reprieve.bench.load.Caller;
import health.reprieve.bench.load.Client;
import health.reprieve.bench.load.OpenLoop;
import health.reprieve.bench.load.Tally;
import health.reprieve.bench.stage.OwnLogging;
import health.reprieve.bench.stage.Stage;
import health.reprieve.local.LocalStack;
import health.reprieve.local.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From a booking to its confirmation lying at the mail server, at the pace of a busy practice and at fifty bookings a second. The
 * clock of each starts when its request is sent, so the booking itself is counted in: the figure is an upper bound of what is
 * asked for.
 */
public final class MailBench {

    private static final int WARM_UP = 400;
    private static final int CALM = 75;

    /** Fewer than the five hundred mails that the mail server keeps. */
    private static final int STORM = 450;

    private static final int CALM_PACE = 5;
    private static final int STORM_PACE = 50;
    private static final int ALONE_WARM_UP = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double ASKED_P50_MILLIS = 30;
    private static final double ASKED_P99_MILLIS = 250;
    private static final String ALONES = "Kafka alone and SMTP alone, added";

    /** Among fewer, the one in a hundred that is slower than the others is the slowest of all. */
    private static final int ENOUGH_FOR_P99 = 101;

    private final Stage stage;
    private final Settings settings;
    private final Clinics clinics;

    private MailBench(Stage stage, Settings settings, Clinics clinics) {
        this.stage = stage;
        this.settings = settings;
        this.clinics = clinics;
    }

    /** The bar's own figures. */
    public static Measured measure(Stage stage) throws Exception {
        stage.tell("starting the whole system");
        stage.begin(OwnLogging::thatComesBack);
        var stack = stage.begin(
                () -> LocalStack.start(Settings.onFreePorts(stage.directory().resolve("data"))));
        var settings = stack.settings();
        return new MailBench(stage, settings, Clinics.of(settings)).measure();
    }

    private Measured measure() throws Exception {
        var effort = stage.effort();
        int warm = Math.min(WARM_UP, effort.of(WARM_UP));
        int calm = Math.min(CALM, effort.of(CALM));
        int storm = Math.min(STORM, effort.of(STORM));
        var openings = clinics.openings(warm + calm + storm);
        book("bookings to warm up", openings.subList(0, warm), STORM_PACE);
        var atCalm = book("bookings, calm", openings.subList(warm, warm + calm), CALM_PACE);
        var atStorm = book("bookings, many", openings.subList(warm + calm, openings.size()), STORM_PACE);
        var kafka =
                stage.begin(() -> KafkaAlone.at("127.0.0.1:" + settings.ports().kafka()));
        var kafkaAlone = alone("Kafka alone", kafka, atCalm, atStorm);
        var smtp = stage.begin(() -> SmtpAlone.at(settings.ports().smtp()));
        var smtpAlone = alone("SMTP alone", smtp, atCalm, atStorm);
        return new Measured(
                figures(
                        new Paced(CALM_PACE, atCalm, kafkaAlone.calm, smtpAlone.calm),
                        new Paced(STORM_PACE, atStorm, kafkaAlone.storm, smtpAlone.storm)),
                List.of(
                        "from the request that books to its mail at the server; %,d and %,d bookings, and as many calls of each alone"
                                .formatted(atCalm.count(any -> true), atStorm.count(any -> true)),
                        "before what is counted: %,d bookings, and %,d calls of each alone"
                                .formatted(warm, ALONE_WARM_UP),
                        "all four services, Kafka, the mail catcher and the client ran in one JVM, that of the benchmark"));
    }

    /** A part of the way by itself, at the paces at which the whole way was measured. */
    private record Alone(Tally calm, Tally storm) {}

    /** As warm as the whole way was, and as often. */
    private Alone alone(String what, OpenLoop.Call part, Tally calm, Tally storm) throws InterruptedException {
        new OpenLoop(stage, what + ", to warm up", STORM_PACE).run(ALONE_WARM_UP, part);
        return new Alone(
                new OpenLoop(stage, what + ", calm", CALM_PACE).run(calm.count(any -> true), part),
                new OpenLoop(stage, what + ", many", STORM_PACE).run(storm.count(any -> true), part));
    }

    /** How long each mail took; a mail that never came is {@link Client#BROKEN}. */
    private Tally book(String what, List<Clinics.Opening> openings, int perSecond) throws Exception {
        Map<String, Instant> sent = new ConcurrentHashMap<>();
        var bookings = new OpenLoop(stage, what, perSecond).run(openings.size(), number -> {
            var patient = new Caller(clinics.signer());
            patient.prepare();
            sent.put(patient.address(), Instant.now());
            return clinics.book(patient, openings.get(number));
        });
        long refused = bookings.count(status -> !Tally.isGood(status));
        if (refused > 0) {
            throw new IllegalStateException("%d of %d bookings were refused".formatted(refused, openings.size()));
        }
        return arrivals(sent, bookings.elapsed());
    }

    private Tally arrivals(Map<String, Instant> sent, Duration elapsed) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        var mails = clinics.mails();
        while (!mails.keySet().containsAll(sent.keySet()) && Instant.now().isBefore(deadline)) {
            Thread.sleep(Duration.ofMillis(500));
            mails = clinics.mails();
        }
        var samples = new ArrayList<Tally.Sample>();
        for (var booking : sent.entrySet()) {
            var arrived = mails.get(booking.getKey());
            samples.add(
                    arrived == null
                            ? new Tally.Sample(Client.BROKEN, PATIENCE.toNanos())
                            : new Tally.Sample(
                                    200,
                                    Duration.between(booking.getValue(), arrived)
                                            .toNanos()));
        }
        return new Tally(samples, elapsed);
    }

    /** The whole way and its two parts by themselves, at one pace. */
    private record Paced(int perSecond, Tally whole, Tally kafka, Tally smtp) {

        Figure middle() {
            return figure("p50", 0.5);
        }

        Figure slow() {
            return figure(slowName(whole), 0.99);
        }

        private Figure figure(String name, double share) {
            return millis("booking to mail at %d/s, %s".formatted(perSecond, name), p(share, whole))
                    .beside(ALONES, p(share, kafka) + p(share, smtp));
        }
    }

    private static List<Figure> figures(Paced calm, Paced storm) {
        return List.of(
                calm.middle(),
                calm.slow(),
                storm.middle().atMost(ASKED_P50_MILLIS),
                storm.slow().atMost(ASKED_P99_MILLIS),
                Figure.of("mails that did not come", missing(calm.whole) + missing(storm.whole), Unit.COUNT)
                        .atMost(0),
                millis(
                        "Kafka alone at %d/s, %s".formatted(storm.perSecond, slowName(storm.kafka)),
                        p(0.99, storm.kafka)),
                millis("SMTP alone at %d/s, %s".formatted(storm.perSecond, slowName(storm.smtp)), p(0.99, storm.smtp)));
    }

    private static String slowName(Tally tally) {
        int samples = tally.count(Tally::isGood);
        return samples < ENOUGH_FOR_P99 ? "slowest of %d".formatted(samples) : "p99";
    }

    private static Figure millis(String what, double value) {
        return Figure.of(what, value, Unit.MILLISECONDS);
    }

    private static double p(double share, Tally tally) {
        return tally.millis(share, Tally::isGood);
    }

    private static int missing(Tally tally) {
        return tally.count(status -> status == Client.BROKEN);
    }
}
