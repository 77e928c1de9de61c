package health.reprieve.bench.booking;

import health.reprieve.bench.figure.Figure;
import health.reprieve.bench.figure.Measured;
import health.reprieve.bench.figure.Unit;
import health.reprieve.bench.load.Agenda;
import health.reprieve.bench.load.BareInsert;
import health.reprieve.bench.load.Caller;
import health.reprieve.bench.load.Client;
import health.reprieve.bench.load.ClosedLoop;
import health.reprieve.bench.load.LineClient;
import health.reprieve.bench.load.Tally;
import health.reprieve.bench.load.WarmUp;
import health.reprieve.bench.stage.BookingSystem;
import health.reprieve.bench.stage.Population;
import health.reprieve.bench.stage.ProcessorTime;
import health.reprieve.bench.stage.Rows;
import health.reprieve.bench.stage.Stage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bookings over HTTP, each checked by the engine, idempotent, with its event; before and after them, over as many connections,
 * the bare statement that any of them needs.
 */
public final class BookingBench {

    private static final Population POPULATION = Population.alwaysOpen(80, 5);
    private static final int PATIENTS_OF_A_THERAPIST = 10;

    private static final Duration BOOKINGS = Duration.ofSeconds(15);
    private static final Duration BARE_WARM_UP = Duration.ofSeconds(2);
    private static final Duration BARE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_FOR_NEWS = Duration.ofSeconds(60);

    private static final double ASKED_SHARE = 0.35;
    private static final double ASKED_CPU_MILLIS = 0.6;
    private static final String LOOP = "bare statement, plain loop";

    private final Stage stage;
    private final BookingSystem system;
    private final Agenda agenda;
    private final List<Caller> patients;

    private BookingBench(Stage stage, BookingSystem system) {
        this.stage = stage;
        this.system = system;
        this.agenda = Agenda.of(POPULATION, Instant.now());
        this.patients = Stream.generate(() -> new Caller(system.signer()))
                .limit((long) POPULATION.size() * PATIENTS_OF_A_THERAPIST)
                .toList();
    }

    /** The bar's own figures. */
    public static Measured measure(Stage stage) throws Exception {
        return new BookingBench(stage, BookingSystem.on(stage, POPULATION)).measure();
    }

    /** Some work, what it cost, and how many events lagged behind at its end. */
    private record Phase(Tally tally, Optional<Duration> processors, int unsent) {

        double perSecond() {
            return tally.perSecond(Tally::isGood);
        }

        Optional<Double> cpuMillisEach() {
            return processors.map(used -> used.toNanos() / 1e6 / Math.max(1, tally.count(Tally::isGood)));
        }
    }

    private Measured measure() throws Exception {
        var effort = stage.effort();
        WarmUp.until(
                () -> bookings("bookings to warm up", effort.of(WarmUp.A_ROUND)).perSecond());
        bare(effort.of(BARE_WARM_UP));
        var before = bare(effort.of(BARE));
        var bookings = bookings("bookings", effort.of(BOOKINGS));
        var after = bare(effort.of(BARE));
        var bare = new Phase(
                Tally.of(before.tally, after.tally),
                before.processors.flatMap(some -> after.processors.map(some::plus)),
                0);
        var pgbench = PgBench.measure(stage, system, agenda, effort.of(BARE));
        return new Measured(figures(bookings, bare, pgbench), remarks(bookings, pgbench));
    }

    private Phase bookings(String what, Duration time) throws Exception {
        patients.parallelStream().forEach(Caller::prepare);
        var before = system.processorTime();
        var tally = new ClosedLoop(stage, what, BookingSystem.CONNECTIONS)
                .run(
                        time,
                        number -> new LineClient(
                                system.port(), () -> agenda.next().map(this::request)));
        var used = system.processorTime().flatMap(now -> before.map(now::minus)).map(ProcessorTime::total);
        var phase = new Phase(tally, used, unsent());
        if (system.awaitNewsSent(PATIENCE_FOR_NEWS).isEmpty()) {
            stage.tell("not all news was sent in %d s; going on".formatted(PATIENCE_FOR_NEWS.toSeconds()));
        }
        empty();
        return phase;
    }

    /** No two visits of a therapist overlap, so no two of their patient's do. */
    private byte[] request(Agenda.Visit visit) {
        int turn = Math.floorMod(visit.start().hashCode(), PATIENTS_OF_A_THERAPIST);
        return patients.get(visit.number() * PATIENTS_OF_A_THERAPIST + turn).post("appointments", visit.wish());
    }

    private Phase bare(Duration time) throws Exception {
        var times = agenda.again();
        var inserts = new ArrayList<BareInsert>();
        for (int i = 0; i < BookingSystem.CONNECTIONS; i++) {
            inserts.add(BareInsert.thatGivesWay(system.connect(), times::next));
        }
        var before = system.databaseTime();
        var tally = new ClosedLoop(stage, LOOP, inserts.size()).run(time, number -> new Kept(inserts.get(number)));
        var used = system.databaseTime().flatMap(now -> before.map(now::minus));
        for (var insert : inserts) {
            insert.close();
        }
        empty();
        return new Phase(tally, used, 0);
    }

    /** Leaves the connection open: what it has used is forgotten when it is closed. */
    private record Kept(BareInsert insert) implements Client {

        @Override
        public int ask() throws SQLException {
            return insert.ask();
        }
    }

    private int unsent() throws SQLException {
        try (var connection = system.connect()) {
            return Rows.count(connection, "SELECT count(*) FROM outbox WHERE published_at IS NULL");
        }
    }

    /** Each phase begins with a table that is as empty as the other's. */
    private void empty() throws SQLException {
        try (var connection = system.connect();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE reservation");
        }
    }

    private static List<Figure> figures(Phase bookings, Phase bare, PgBench.Result pgbench) {
        var figures = new ArrayList<Figure>();
        var rate = Figure.of("bookings, checked, idempotent, with their event", bookings.perSecond(), Unit.PER_SECOND)
                .atLeastOfPeer(ASKED_SHARE);
        figures.add(rate.beside(LOOP, bare.perSecond()));
        if (pgbench instanceof PgBench.Result.Rate(double most)) {
            figures.add(rate.beside("bare statement, pgbench", most));
        }
        bookings.cpuMillisEach()
                .map(each -> Figure.of("processor time of each, service and database", each, Unit.MILLISECONDS)
                        .atMost(ASKED_CPU_MILLIS))
                .map(figure -> bare.cpuMillisEach()
                        .map(each -> figure.beside("bare statement, database", each))
                        .orElse(figure))
                .ifPresent(figures::add);
        figures.add(Figure.of("a booking, p50", bookings.tally.millis(0.5, Tally::isGood), Unit.MILLISECONDS)
                .beside(LOOP, bare.tally.millis(0.5, Tally::isGood)));
        figures.add(Figure.of("a booking, p99", bookings.tally.millis(0.99, Tally::isGood), Unit.MILLISECONDS)
                .beside(LOOP, bare.tally.millis(0.99, Tally::isGood)));
        figures.add(Figure.of("refused or failed", bookings.tally.count(status -> !Tally.isGood(status)), Unit.COUNT)
                .atMost(0));
        figures.add(Figure.of("events not yet at Kafka when the last was answered", bookings.unsent, Unit.COUNT));
        return figures;
    }

    private static List<String> remarks(Phase bookings, PgBench.Result pgbench) {
        var remarks = new ArrayList<String>();
        remarks.add(
                "over %d connections each; the bare statement half before and half after the bookings; these were answered: %s"
                        .formatted(BookingSystem.CONNECTIONS, bookings.tally.kinds()));
        remarks.add(BookingSystem.remark());
        if (bookings.processors.isEmpty()) {
            remarks.add("this operating system does not tell the processor time of processes: left out");
        }
        if (pgbench instanceof PgBench.Result.LeftOut(String why)) {
            remarks.add("the bare statement by pgbench is left out: " + why);
        }
        return remarks;
    }
}
