package health.reprieve.bench.search;

import health.reprieve.bench.load.Client;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What a search has to know, merely fetched: the clinic's therapists, and who and what is taken in three weeks. */
final class BareLoad implements Client {

    private static final String THERAPISTS = """
            SELECT state FROM known_therapist
             WHERE NOT retired AND id IN (SELECT therapist_id FROM known_therapist_place WHERE clinic_id = ?)
            """;

    private static final String TAKEN = """
            SELECT therapist_id, extract(epoch FROM lower(therapist_span))::bigint,
                   extract(epoch FROM upper(therapist_span))::bigint, room_id
              FROM reservation
             WHERE clinic_id = ? AND status IN ('HELD', 'REQUESTED', 'BOOKED')
               AND therapist_span && tstzrange(?, ?::timestamptz + interval '21 days')
            """;

    private final Connection connection;
    private final PreparedStatement therapists;
    private final PreparedStatement taken;

    BareLoad(Connection connection, UUID clinic) throws SQLException {
        this.connection = connection;
        this.therapists = connection.prepareStatement(THERAPISTS);
        this.taken = connection.prepareStatement(TAKEN);
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        therapists.setObject(1, clinic);
        taken.setObject(1, clinic);
        taken.setObject(2, now);
        taken.setObject(3, now);
    }

    @Override
    public int ask() throws SQLException {
        try (var known = therapists.executeQuery();
                var visits = taken.executeQuery()) {
            return read(known) > 0 && read(visits) > 0 ? 200 : BROKEN;
        }
    }

    private static int read(ResultSet rows) throws SQLException {
        int read = 0;
        while (rows.next()) {
            if (rows.getString(1) != null) {
                read++;
            }
        }
        return read;
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
