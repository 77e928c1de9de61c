package health.reprieve.bench.hangup;

import health.reprieve.bench.figure.Figure;
import health.reprieve.bench.figure.Measured;
import health.reprieve.bench.figure.Unit;
import health.reprieve.bench.load.Agenda;
import health.reprieve.bench.load.Caller;
import health.reprieve.bench.load.Client;
import health.reprieve.bench.load.Line;
import health.reprieve.bench.load.OpenLoop;
import health.reprieve.bench.load.Tally;
import health.reprieve.bench.stage.BookingSystem;
import health.reprieve.bench.stage.Population;
import health.reprieve.bench.stage.Rows;
import health.reprieve.bench.stage.Stage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Searches and bookings of which seven in ten are left within three milliseconds by whoever sent them; before and after them as
 * many with everybody staying.
 */
public final class HangUpBench {

    private static final Population POPULATION = Population.open(10, 5);

    private static final int PER_SECOND = 100;
    private static final int WARM_UP = 1000;
    private static final int CALLS = 1500;
    private static final double LEAVERS = 0.7;
    private static final double SEARCHES = 0.25;
    private static final long LONGEST_STAY_MICROS = 3000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(3);

    /** Instead of a status: hung up, as meant. */
    private static final int LEFT = 1;

    private static final String NOBODY_LEAVES = "the same calls, nobody hangs up";
    private static final long SEED = 7;

    private final Stage stage;
    private final BookingSystem system;
    private final Agenda agenda;
    private final List<Caller> patients;

    private HangUpBench(Stage stage, BookingSystem system) {
        this.stage = stage;
        this.system = system;
        this.agenda = Agenda.of(POPULATION, Instant.now());
        this.patients = Stream.generate(() -> new Caller(system.signer()))
                .limit(POPULATION.size())
                .toList();
    }

    /** What {@code reliability.md} asks of a storm. */
    public static Measured measure(Stage stage) throws Exception {
        return new HangUpBench(stage, BookingSystem.on(stage, POPULATION)).measure();
    }

    private Measured measure() throws Exception {
        var effort = stage.effort();
        calls("calls to warm up", effort.of(WARM_UP), 0);
        var before = calls(NOBODY_LEAVES, effort.of(CALLS / 2), 0);
        var storm = calls("a storm of clients that hang up", effort.of(CALLS), LEAVERS);
        stage.tell("looking at what is left after %d s".formatted(REST.toSeconds()));
        Thread.sleep(REST);
        int stuck = stuckConnections();
        int deaf = afterwards();
        var calm = Tally.of(before, calls(NOBODY_LEAVES, effort.of(CALLS / 2), 0));
        return new Measured(
                List.of(
                        Figure.of("who stays: p50", storm.millis(0.5, Tally::isGood), Unit.MILLISECONDS)
                                .beside(NOBODY_LEAVES, calm.millis(0.5, Tally::isGood)),
                        Figure.of("who stays: p99", storm.millis(0.99, Tally::isGood), Unit.MILLISECONDS)
                                .beside(NOBODY_LEAVES, calm.millis(0.99, Tally::isGood)),
                        Figure.of(
                                        "hung calls (no answer in %d s)".formatted(PATIENCE.toSeconds()),
                                        hung(storm),
                                        Unit.COUNT)
                                .atMost(0)
                                .beside(NOBODY_LEAVES, hung(calm)),
                        Figure.of("5xx", failures(storm), Unit.COUNT).atMost(0).beside(NOBODY_LEAVES, failures(calm)),
                        Figure.of(
                                        "sessions of the database at work or in a transaction %d s later"
                                                .formatted(REST.toSeconds()),
                                        stuck,
                                        Unit.COUNT)
                                .atMost(0),
                        Figure.of(
                                        "unanswered of %d calls at once afterwards"
                                                .formatted(2 * BookingSystem.CONNECTIONS),
                                        deaf,
                                        Unit.COUNT)
                                .atMost(0)),
                List.of(
                        "%,d calls, %d a second, each on a line of its own; %,d hung up after 0 to 3 ms, the others: %s"
                                .formatted(
                                        storm.count(status -> true),
                                        PER_SECOND,
                                        storm.count(status -> status == LEFT),
                                        storm.without(LEFT).kinds()),
                        BookingSystem.remark()));
    }

    private Tally calls(String what, int number, double leavers) throws InterruptedException {
        patients.forEach(Caller::prepare);
        var random = new SplittableRandom(SEED);
        var plans =
                Stream.generate(() -> Plan.by(random, leavers)).limit(number).toList();
        return new OpenLoop(stage, what, PER_SECOND).run(number, call -> call(plans.get(call)));
    }

    /** @param stayMicros negative: until the answer comes */
    private record Plan(boolean search, long stayMicros) {

        static Plan by(SplittableRandom random, double leavers) {
            return new Plan(
                    random.nextDouble() < SEARCHES,
                    random.nextDouble() < leavers ? random.nextLong(LONGEST_STAY_MICROS) : -1);
        }
    }

    private int call(Plan plan) throws IOException, InterruptedException {
        var visit = agenda.next().orElseThrow();
        var patient = patients.get(visit.number());
        var request =
                plan.search ? patient.post("openings", search(visit)) : patient.post("appointments", visit.wish());
        try (var line = Line.to(system.port(), PATIENCE)) {
            if (plan.stayMicros < 0) {
                return line.ask(request).status();
            }
            line.send(request);
            TimeUnit.MICROSECONDS.sleep(plan.stayMicros);
            line.drop();
            return LEFT;
        }
    }

    private static String search(Agenda.Visit visit) {
        return "{\"clinicId\":\"%s\",\"condition\":\"NECK_PAIN\"}"
                .formatted(visit.worker().clinic());
    }

    private static int hung(Tally tally) {
        return tally.count(status -> status == Client.BROKEN);
    }

    private static int failures(Tally tally) {
        return tally.count(status -> status / 100 == 5);
    }

    private int stuckConnections() throws SQLException {
        try (var connection = system.connect()) {
            return Rows.count(connection, """
                    SELECT count(*) FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
                       AND state_change < now() - interval '1 second'
                    """);
        }
    }

    /** A pool may think of its dead connections as idle; who asks for more than it has finds them. */
    private int afterwards() throws InterruptedException {
        int calls = 2 * BookingSystem.CONNECTIONS;
        var answers = new OpenLoop(stage, "calls afterwards", 10 * calls).run(calls, call -> {
            var patient = patients.get(call);
            try (var line = Line.to(system.port(), PATIENCE)) {
                return line.ask(patient.post("openings", search(agenda.visits().get(call))))
                        .status();
            }
        });
        return answers.count(status -> !Tally.isGood(status));
    }
}
