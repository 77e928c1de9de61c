package health.reprieve.bench.contention;

import health.reprieve.bench.figure.Figure;
import health.reprieve.bench.figure.Measured;
import health.reprieve.bench.figure.Unit;
import health.reprieve.bench.load.Agenda;
import health.reprieve.bench.load.BareInsert;
import health.reprieve.bench.load.Caller;
import health.reprieve.bench.load.Client;
import health.reprieve.bench.load.LineClient;
import health.reprieve.bench.load.Tally;
import health.reprieve.bench.stage.BookingSystem;
import health.reprieve.bench.stage.Effort;
import health.reprieve.bench.stage.Population;
import health.reprieve.bench.stage.Rows;
import health.reprieve.bench.stage.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Two hundred clients who all want one free time, again and again; then the same at the database alone, with the statement that
 * gives way to a winner, and with the plain one that does not.
 */
public final class ContentionBench {

    private static final Population POPULATION = Population.open(4, 5);
    private static final int CLIENTS = 200;
    private static final int ROUNDS = 1000;

    /** Each deadlock lasts a second until PostgreSQL finds it, and they come one after the other: two hundred would take minutes. */
    private static final int FEW_CLIENTS = 8;

    private static final int WARM_UP_ROUNDS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration TIME = Duration.ofSeconds(60);

    /** With full effort all rounds are played, unless they take longer than this. */
    public static final Duration TIME_FOR_ALL_ROUNDS = Duration.ofMinutes(20);

    private static final Duration DATABASE_WARM_UP = Duration.ofSeconds(2);
    private static final Duration AT_THE_DATABASE = Duration.ofSeconds(8);

    private static final double ASKED_PER_SECOND = 300;
    private static final double ASKED_P99_MILLIS = 250;
    private static final String GIVES_WAY = "bare statement, ON CONFLICT DO NOTHING";
    private static final String FAILS = "bare statement, plain INSERT";
    private static final String FEW = ", %d clients".formatted(FEW_CLIENTS);
    private static final Duration PATIENCE_FOR_SESSIONS = Duration.ofSeconds(10);

    private final Stage stage;
    private final BookingSystem system;
    private final Agenda agenda;

    private ContentionBench(Stage stage, BookingSystem system) {
        this.stage = stage;
        this.system = system;
        this.agenda = Agenda.of(POPULATION, Instant.now());
    }

    /** The bar's own figures. */
    public static Measured measure(Stage stage) throws Exception {
        return new ContentionBench(stage, BookingSystem.on(stage, POPULATION)).measure();
    }

    private Measured measure() throws Exception {
        var effort = stage.effort();
        atTheService(WARM_UP_ROUNDS, WARM_UP);
        int deadlocksBefore = deadlocks();
        var time = effort == Effort.FULL ? TIME_FOR_ALL_ROUNDS : effort.of(TIME);
        var service = atTheService(ROUNDS, time);
        int deadlocks = deadlocksOfEndedSessions() - deadlocksBefore;
        atTheDatabase(GIVES_WAY + ", to warm up", CLIENTS, effort.of(DATABASE_WARM_UP), BareInsert::thatGivesWay);
        var givesWay = atTheDatabase(GIVES_WAY, CLIENTS, effort.of(AT_THE_DATABASE), BareInsert::thatGivesWay);
        var fewGiveWay =
                atTheDatabase(GIVES_WAY + FEW, FEW_CLIENTS, effort.of(AT_THE_DATABASE), BareInsert::thatGivesWay);
        var fails = atTheDatabase(FAILS + FEW, FEW_CLIENTS, effort.of(AT_THE_DATABASE), BareInsert::thatFails);
        var figures = new ArrayList<>(atTheServiceFigures(service, effort, givesWay));
        figures.add(Figure.of("deadlocks", deadlocks, Unit.COUNT)
                .atMost(0)
                .beside(FAILS + FEW, fails.tally().count(status -> status == 500)));
        figures.add(Figure.of(FAILS + FEW + ", attempts", perSecond(fails), Unit.PER_SECOND)
                .beside(GIVES_WAY + FEW, perSecond(fewGiveWay)));
        return new Measured(figures, remarks(service, fewGiveWay, fails));
    }

    private Rounds.Result atTheService(int rounds, Duration time) throws Exception {
        var patients = Stream.generate(() -> new Caller(system.signer()))
                .limit(CLIENTS)
                .toList();
        var lines = Stream.generate(() -> new LineClient(system.port(), Optional::empty))
                .limit(CLIENTS)
                .toList();
        var requests = new byte[CLIENTS][];
        try {
            return new Rounds(stage, "bookings of one time", CLIENTS)
                    .play(
                            rounds,
                            time,
                            agenda,
                            visit -> {
                                for (int i = 0; i < CLIENTS; i++) {
                                    requests[i] = patients.get(i).post("appointments", visit.wish());
                                }
                            },
                            (client, visit) -> lines.get(client).ask(requests[client]));
        } finally {
            for (var line : lines) {
                line.close();
            }
        }
    }

    @FunctionalInterface
    private interface Statement {

        BareInsert on(Connection connection, Supplier<Optional<Agenda.Visit>> none) throws SQLException;
    }

    /** The clients share as many connections as the service has. */
    private Rounds.Result atTheDatabase(String what, int clients, Duration time, Statement statement) throws Exception {
        BlockingQueue<BareInsert> connections = new ArrayBlockingQueue<>(BookingSystem.CONNECTIONS);
        for (int i = 0; i < BookingSystem.CONNECTIONS; i++) {
            connections.add(statement.on(system.connect(), Optional::empty));
        }
        try {
            return new Rounds(stage, what, clients)
                    .play(ROUNDS, time, agenda, visit -> {}, (client, visit) -> insert(connections, visit));
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private static int insert(BlockingQueue<BareInsert> connections, Agenda.Visit visit) throws Exception {
        var mine = connections.take();
        try {
            return mine.insert(visit);
        } finally {
            connections.add(mine);
        }
    }

    /** A session reports its deadlocks for certain when it ends, and it ends some time after its client. */
    private int deadlocksOfEndedSessions() throws SQLException, InterruptedException {
        system.stopService();
        if (!system.awaitNoSession(PATIENCE_FOR_SESSIONS)) {
            throw new IllegalStateException("sessions of the service are still there %d s after its end"
                    .formatted(PATIENCE_FOR_SESSIONS.toSeconds()));
        }
        return deadlocks();
    }

    private int deadlocks() throws SQLException {
        try (var connection = system.connect()) {
            return Rows.count(connection, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
        }
    }

    private static List<Figure> atTheServiceFigures(Rounds.Result service, Effort effort, Rounds.Result givesWay) {
        var answers = service.tally();
        var played = Figure.of("rounds played", service.rounds(), Unit.COUNT);
        return List.of(
                effort == Effort.FULL ? played.atLeast(ROUNDS) : played,
                Figure.of("rounds without exactly one winner", service.rounds() - service.won(), Unit.COUNT)
                        .atMost(0),
                Figure.of("failures (5xx, or no answer)", answers.count(Tally::isFailure), Unit.COUNT)
                        .atMost(0),
                Figure.of("answers", perSecond(service), Unit.PER_SECOND)
                        .atLeast(ASKED_PER_SECOND)
                        .beside(GIVES_WAY, perSecond(givesWay)),
                Figure.of("an answer, p99", p99(service), Unit.MILLISECONDS)
                        .atMost(ASKED_P99_MILLIS)
                        .beside(GIVES_WAY, p99(givesWay)));
    }

    private static double perSecond(Rounds.Result result) {
        return result.tally().perSecond(status -> status != Client.BROKEN);
    }

    private static double p99(Rounds.Result result) {
        return result.tally().millis(0.99, status -> status != Client.BROKEN);
    }

    private static List<String> remarks(Rounds.Result service, Rounds.Result fewGiveWay, Rounds.Result fails) {
        return List.of(
                "%,d rounds of %d clients: %s"
                        .formatted(service.rounds(), CLIENTS, service.tally().kinds()),
                "each who loses is told the nearest times that are left, which the statements alone do not look for",
                "the statements alone over %d connections, as many as the service has; with %d clients %,d rounds of the one that gives way and %,d of the plain one"
                        .formatted(BookingSystem.CONNECTIONS, FEW_CLIENTS, fewGiveWay.rounds(), fails.rounds()),
                BookingSystem.remark());
    }
}
