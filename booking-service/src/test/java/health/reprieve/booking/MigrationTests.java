package health.reprieve.booking;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.backing.Backing;
import health.reprieve.backing.PostgresDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database that was in use before a change of its tables is one afterwards. */
class MigrationTests {

    private static final String BEFORE = """
            INSERT INTO clinic VALUES ('00000000-0000-4000-8000-000000000001', 'A', 'A', 'US-NY', 'UTC', 'x', 'y', false),
                                      ('00000000-0000-4000-8000-000000000009', 'B', 'B', 'US-NY', 'UTC', 'x', 'y', true);
            INSERT INTO room VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'Room 1');
            INSERT INTO known_therapist VALUES ('00000000-0000-4000-8000-000000000003', 1, 'Dana', false, '{}');
            INSERT INTO patient VALUES ('00000000-0000-4000-8000-000000000004', 1, 'Rosa', 'r@example.org', 'es', 'UTC');
            INSERT INTO appointment SELECT gen_random_uuid(), 2, status, '00000000-0000-4000-8000-000000000004',
                '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001',
                '00000000-0000-4000-8000-000000000002', 'NECK_PAIN', '2027-03-02T15:00Z', '2027-03-02T16:00Z', 1,
                '2027-03-01T15:00Z', at, by
              FROM (VALUES ('BOOKED', NULL, NULL), ('CANCELLED', TIMESTAMPTZ '2027-03-01T15:00Z', 'PATIENT'),
                           ('CANCELLED', TIMESTAMPTZ '2027-03-01T15:00Z', 'CLINIC')) AS old (status, at, by);
            """;

    private static final String TAKEN_BEFORE_WORK_WAS_KNOWN = """
            UPDATE treatment SET effort_percent = 150, equipment = '{CHAIR}' WHERE is_default;
            INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span, patient_span,
                                     appointment_id, browser_id, hold_id, expires_at)
            SELECT gen_random_uuid(), status, '00000000-0000-4000-8000-000000000001', gen_random_uuid(), hour,
                   '00000000-0000-4000-8000-000000000002', hour, hour, visit, browser, browser, hour_end
              FROM (SELECT 'BOOKED' AS status, tstzrange('2027-03-02T15:00Z', '2027-03-02T16:00Z') AS hour,
                           (SELECT id FROM appointment WHERE status = 'BOOKED') AS visit, NULL::uuid AS browser,
                           NULL::timestamptz AS hour_end
                     UNION ALL
                    SELECT 'HELD', tstzrange('2027-03-03T15:00Z', '2027-03-03T16:00Z'), NULL, gen_random_uuid(),
                           '2027-03-01T15:00Z') AS old;
            """;

    @Test
    void oldVisitsAreOfTheirClinicsDefaultAndOldCancellationsHaveAReason() throws SQLException {
        var database = Backing.database();
        migrate(database, "3");
        try (var connection = connection(database);
                var statement = connection.createStatement()) {
            statement.execute(BEFORE);
        }

        migrate(database, "latest");

        try (var connection = connection(database)) {
            assertThat(count(connection, "appointment JOIN treatment t ON t.id = treatment_id AND t.is_default"))
                    .isEqualTo(3);
            assertThat(count(connection, "appointment WHERE cancel_reason = 'OTHER_PLANS' AND NOT cancelled_late"))
                    .isOne();
            assertThat(count(connection, "appointment WHERE cancel_reason = 'CLINIC'"))
                    .isOne();
            assertThat(count(connection, "treatment")).isEqualTo(2);
        }
    }

    @Test
    void oldTimesCountForWhatTheirTreatmentsAre() throws SQLException {
        var database = Backing.database();
        migrate(database, "3");
        try (var connection = connection(database);
                var statement = connection.createStatement()) {
            statement.execute(BEFORE);
        }
        migrate(database, "7");
        try (var connection = connection(database);
                var statement = connection.createStatement()) {
            statement.execute(TAKEN_BEFORE_WORK_WAS_KNOWN);
        }

        migrate(database, "latest");

        try (var connection = connection(database)) {
            assertThat(count(
                            connection,
                            "reservation WHERE status = 'BOOKED' AND effort = 5400 AND 'CHAIR' = ANY (needs)"))
                    .isOne();
            assertThat(
                            count(
                                    connection,
                                    "reservation r JOIN treatment t ON t.id = r.treatment_id AND t.is_default WHERE status = 'HELD'"))
                    .isOne();
        }
    }

    private static void migrate(PostgresDatabase database, String target) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/outbox", "classpath:db/booking")
                .target(target)
                .load()
                .migrate();
    }

    private static Connection connection(PostgresDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT count(*) FROM " + from)) {
            found.next();
            return found.getLong(1);
        }
    }
}
