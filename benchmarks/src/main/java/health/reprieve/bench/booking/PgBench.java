package health.reprieve.bench.booking;

import health.reprieve.backing.PostgresDatabase;
import health.reprieve.bench.load.Agenda;
import health.reprieve.bench.stage.BookingSystem;
import health.reprieve.bench.stage.Processes;
import health.reprieve.bench.stage.Rows;
import health.reprieve.bench.stage.Stage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The bare statement once more, by PostgreSQL's own benchmark, where it is installed: no Java in it at all. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** More than most machines book in that time. */
    private static final int MOST_TIMES = 300_000;

    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final String MAKE_TIMES = """
            CREATE TABLE bench_visit (n bigint PRIMARY KEY, clinic uuid, therapist uuid, room uuid, start timestamptz);
            CREATE SEQUENCE bench_turn CACHE 100;
            """;

    private static final String FILL_TIMES = """
            INSERT INTO bench_visit
            SELECT n, clinic, therapist, room, to_timestamp(start)
              FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[])
                   WITH ORDINALITY AS visit (clinic, therapist, room, start, n)
            """;

    private static final String SCRIPT = """
            INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span,
                                     patient_id, patient_span, appointment_id)
            SELECT gen_random_uuid(), 'BOOKED', clinic, therapist, tstzrange(start, start + interval '75 min'),
                   room, tstzrange(start, start + interval '75 min'), gen_random_uuid(),
                   tstzrange(start, start + interval '1 hour'), gen_random_uuid()
              FROM bench_visit WHERE n = (SELECT nextval('bench_turn'))
            ON CONFLICT DO NOTHING;
            """;

    private PgBench() {}

    /** What came of it. */
    sealed interface Result {

        /** @param perSecond bookings */
        record Rate(double perSecond) implements Result {}

        /** @param why in a few words */
        record LeftOut(String why) implements Result {}
    }

    static Result measure(Stage stage, BookingSystem system, Agenda agenda, Duration time) throws Exception {
        if (!isInstalled()) {
            return new Result.LeftOut("pgbench is not installed");
        }
        var times = agenda.visits().stream().limit(MOST_TIMES).toList();
        try (var connection = system.connect()) {
            prepare(connection, times);
        }
        stage.tell("bare statement by pgbench: %d s".formatted(time.toSeconds()));
        var ended = run(stage, system.database(), time);
        try (var connection = system.connect()) {
            return result(ended, Rows.count(connection, "SELECT last_value FROM bench_turn"), times.size());
        }
    }

    /** After the last of the times every transaction is an empty one. */
    static Result result(Ended run, int turnsTaken, int times) {
        var rate = RATE.matcher(run.said);
        if (run.status != 0 || !rate.find()) {
            return new Result.LeftOut("pgbench ended with status %d: %s".formatted(run.status, run.said.strip()));
        }
        return turnsTaken > times
                ? new Result.LeftOut("pgbench ran out of its %,d times".formatted(times))
                : new Result.Rate(Double.parseDouble(rate.group(1)));
    }

    /** What it told, and its exit status. */
    record Ended(int status, String said) {}

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static void prepare(Connection connection, List<Agenda.Visit> visits) throws SQLException {
        try (var make = connection.createStatement();
                var fill = connection.prepareStatement(FILL_TIMES)) {
            make.execute(MAKE_TIMES);
            fill.setArray(
                    1,
                    uuids(connection, visits, visit -> visit.worker().clinic().value()));
            fill.setArray(
                    2,
                    uuids(
                            connection,
                            visits,
                            visit -> visit.worker().therapist().value()));
            fill.setArray(
                    3, uuids(connection, visits, visit -> visit.worker().room().value()));
            var starts = visits.stream().map(visit -> visit.start().getEpochSecond());
            fill.setArray(4, connection.createArrayOf("bigint", starts.toArray()));
            fill.execute();
            make.execute("ANALYZE bench_visit");
        }
    }

    private static java.sql.Array uuids(
            Connection connection, List<Agenda.Visit> visits, Function<Agenda.Visit, UUID> part) throws SQLException {
        return connection.createArrayOf("uuid", visits.stream().map(part).toArray());
    }

    private static Ended run(Stage stage, PostgresDatabase database, Duration time) throws Exception {
        var script = Files.writeString(stage.directory().resolve("booking.sql"), SCRIPT);
        var where = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        var command = new ProcessBuilder(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-j",
                "2",
                "-c",
                "" + BookingSystem.CONNECTIONS,
                "-T",
                "" + Math.max(1, time.toSeconds()),
                "-h",
                where.getHost(),
                "-p",
                "" + where.getPort(),
                "-U",
                database.user(),
                "-f",
                script.toString(),
                database.name());
        command.environment().put("PGPASSWORD", database.password());
        var run = stage.begin(() -> new Run(command.redirectErrorStream(true).start()));
        var said = new String(run.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(run.process.waitFor(), said);
    }

    /** It ends by itself after its time; or before it, with the stage. */
    private record Run(Process process) implements AutoCloseable {

        @Override
        public void close() {
            Processes.end(process.toHandle(), GRACE);
        }
    }
}
