package health.reprieve.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The least that any safe booking must do: the reservation's own insert, with its three exclusion constraints, each a
 * transaction. No check, no key, no visit, no event, no HTTP.
 */
public final class BareInsert implements Client {

    private static final String INSERT = """
            INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span,
                                     patient_id, patient_span, appointment_id)
            VALUES (?, 'BOOKED', ?, ?, tstzrange(?, ?), ?, tstzrange(?, ?), ?, tstzrange(?, ?), ?)
            """;

    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String DEADLOCK = "40P01";

    private final Connection connection;
    private final PreparedStatement insert;
    private final Supplier<Optional<Agenda.Visit>> visits;

    private BareInsert(Connection connection, String sql, Supplier<Optional<Agenda.Visit>> visits) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(sql);
        this.visits = visits;
    }

    /** As the service writes it: who loses a race gets no row. */
    public static BareInsert thatGivesWay(Connection connection, Supplier<Optional<Agenda.Visit>> visits)
            throws SQLException {
        return new BareInsert(connection, INSERT + " ON CONFLICT DO NOTHING", visits);
    }

    /** As it is usually written: who loses a race gets an error, or a deadlock. */
    public static BareInsert thatFails(Connection connection, Supplier<Optional<Agenda.Visit>> visits)
            throws SQLException {
        return new BareInsert(connection, INSERT, visits);
    }

    /** 201 for a row, 409 for none, 500 for a deadlock. */
    @Override
    public int ask() throws SQLException {
        var visit = visits.get();
        return visit.isEmpty() ? OVER : insert(visit.get());
    }

    public int insert(Agenda.Visit visit) throws SQLException {
        bind(visit);
        try {
            return insert.executeUpdate() == 1 ? 201 : 409;
        } catch (SQLException refused) {
            return switch (String.valueOf(refused.getSQLState())) {
                case EXCLUSION_VIOLATION -> 409;
                case DEADLOCK -> 500;
                default -> throw refused;
            };
        }
    }

    private void bind(Agenda.Visit visit) throws SQLException {
        var worker = visit.worker();
        insert.setObject(1, UUID.randomUUID());
        insert.setObject(2, worker.clinic().value());
        insert.setObject(3, worker.therapist().value());
        insert.setObject(4, utc(visit.start()));
        insert.setObject(5, utc(visit.freeAgain()));
        insert.setObject(6, worker.room().value());
        insert.setObject(7, utc(visit.start()));
        insert.setObject(8, utc(visit.freeAgain()));
        insert.setObject(9, UUID.randomUUID());
        insert.setObject(10, utc(visit.start()));
        insert.setObject(11, utc(visit.end()));
        insert.setObject(12, UUID.randomUUID());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            // then it is closed
        }
    }
}
