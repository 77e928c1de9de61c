package health.reprieve.bench.search;

import health.reprieve.bench.figure.Figure;
import health.reprieve.bench.figure.Measured;
import health.reprieve.bench.figure.Unit;
import health.reprieve.bench.load.Agenda;
import health.reprieve.bench.load.BareInsert;
import health.reprieve.bench.load.Caller;
import health.reprieve.bench.load.ClosedLoop;
import health.reprieve.bench.load.Line;
import health.reprieve.bench.load.LineClient;
import health.reprieve.bench.load.Tally;
import health.reprieve.bench.load.WarmUp;
import health.reprieve.bench.stage.BookingSystem;
import health.reprieve.bench.stage.Population;
import health.reprieve.bench.stage.Stage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Sixteen clients who look for the first ten days with space at a clinic with a thousand suitable therapists; in the
 * next three weeks half of its rooms are taken at any time, and so one therapist in fourteen or so.
 */
public final class SearchBench {

    private static final int THERAPISTS = 1000;

    /** So many that people, not rooms, are what is looked for; a clinic's rooms are all in one row. */
    private static final int ROOMS = 150;

    private static final Population POPULATION =
            new Population(1, THERAPISTS, ROOMS, LocalTime.of(9, 0), LocalTime.of(17, 0));

    private static final int CLIENTS = 16;
    private static final int DAYS_BOOKED = 21;
    private static final int TURNS_A_DAY = 6;
    private static final Duration APART = Duration.ofMinutes(75);

    private static final Duration SEARCHES = Duration.ofSeconds(20);
    private static final Duration PEERS_WARM_UP = Duration.ofSeconds(2);
    private static final Duration PEERS = Duration.ofSeconds(5);
    private static final double ASKED_P99_MILLIS = 25;
    private static final String BARE = "the bare SQL that loads it";
    private static final String NOTHING = "a request that does nothing";

    private final Stage stage;
    private final BookingSystem system;
    private final int booked;
    private final String search = "{\"clinicId\":\"%s\",\"condition\":\"NECK_PAIN\"}".formatted(POPULATION.clinic(0));

    private SearchBench(Stage stage, BookingSystem system, int booked) {
        this.stage = stage;
        this.system = system;
        this.booked = booked;
    }

    /** The bar's own figures. */
    public static Measured measure(Stage stage) throws Exception {
        var system = BookingSystem.on(stage, POPULATION);
        try (var connection = system.connect()) {
            return new SearchBench(stage, system, book(connection)).measure();
        }
    }

    /** In each room every second turn is taken, by whichever therapist. How many: a therapist in two rooms gives way in one. */
    private static int book(Connection connection) throws SQLException {
        var random = new Random(1);
        var insert = BareInsert.thatGivesWay(connection, Optional::empty);
        int booked = 0;
        connection.setAutoCommit(false);
        for (int turn = 0; turn < DAYS_BOOKED * TURNS_A_DAY; turn++) {
            for (int room = turn % 2; room < ROOMS; room += 2) {
                booked += Tally.isGood(insert.insert(visit(turn, room, random.nextInt(THERAPISTS)))) ? 1 : 0;
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
        return booked;
    }

    private static Agenda.Visit visit(int turn, int room, int therapist) {
        var day = LocalDate.now(Population.ZONE).plusDays(turn / TURNS_A_DAY);
        var opens = day.atTime(POPULATION.opens()).atZone(Population.ZONE).toInstant();
        var worker = new Population.Worker(
                POPULATION.clinic(0), POPULATION.worker(therapist).therapist(), POPULATION.room(0, room));
        return new Agenda.Visit(therapist, worker, opens.plus(APART.multipliedBy(turn % TURNS_A_DAY)));
    }

    private Measured measure() throws Exception {
        var effort = stage.effort();
        WarmUp.until(
                () -> searches("searches to warm up", effort.of(WarmUp.A_ROUND)).perSecond(Tally::isGood));
        var searches = searches("searches", effort.of(SEARCHES));
        var nothing = peer(NOTHING, number -> new LineClient(system.port(), SearchBench::nothing));
        var clinic = POPULATION.clinic(0).value();
        var bare = peer(BARE, number -> new BareLoad(system.connect(), clinic));
        return new Measured(
                List.of(
                        p(0.5, searches).beside(BARE, bare.millis(0.5, Tally::isGood)),
                        p(0.99, searches).atMost(ASKED_P99_MILLIS).beside(BARE, bare.millis(0.99, Tally::isGood)),
                        p(0.99, searches).atMost(ASKED_P99_MILLIS).beside(NOTHING, nothing.millis(0.99, Tally::isGood)),
                        Figure.of("searches answered", searches.perSecond(Tally::isGood), Unit.PER_SECOND)
                                .beside(BARE, bare.perSecond(Tally::isGood)),
                        Figure.of("refused or failed", searches.count(status -> !Tally.isGood(status)), Unit.COUNT)
                                .atMost(0)),
                List.of(
                        "%,d therapists, %d rooms; %,d visits are booked in the next %d days: %.1f %% of the rooms' turns, %.1f %% of the therapists'"
                                .formatted(
                                        THERAPISTS,
                                        ROOMS,
                                        booked,
                                        DAYS_BOOKED,
                                        percentTaken(ROOMS),
                                        percentTaken(THERAPISTS)),
                        "an answer has %,d kB".formatted(answerBytes() / 1024),
                        "%d clients had these answers: %s".formatted(CLIENTS, searches.kinds()),
                        BookingSystem.remark()));
    }

    private Tally searches(String what, Duration time) throws Exception {
        return new ClosedLoop(stage, what, CLIENTS).run(time, number -> searcher());
    }

    private double percentTaken(int who) {
        return 100.0 * booked / (DAYS_BOOKED * TURNS_A_DAY * who);
    }

    private Tally peer(String what, ClosedLoop.Maker maker) throws Exception {
        var effort = stage.effort();
        return new ClosedLoop(stage, what, CLIENTS).run(effort.of(PEERS_WARM_UP), effort.of(PEERS), maker);
    }

    private LineClient searcher() {
        var patient = new Caller(system.signer());
        return new LineClient(system.port(), () -> Optional.of(patient.post("openings", search)));
    }

    private static Optional<byte[]> nothing() {
        return Optional.of(Caller.get("/actuator/health/liveness"));
    }

    private static Figure p(double share, Tally searches) {
        return Figure.of(
                "a search, p%.0f".formatted(share * 100), searches.millis(share, Tally::isGood), Unit.MILLISECONDS);
    }

    private int answerBytes() throws IOException {
        try (var line = Line.to(system.port(), Duration.ofSeconds(30))) {
            return line.ask(new Caller(system.signer()).post("openings", search))
                    .length();
        }
    }
}
