package health.reprieve.booking.today.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.today.Days;
import health.reprieve.booking.today.Today;
import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresDays implements Days {

    // No clinic's day begins or ends more than a day and two hours from now, so the index gives a few days at most.
    private static final String TODAY = """
            WITH visit AS (
                SELECT starts_at, ends_at, room_id, status NOT IN ('CANCELLED', 'MISSED') AS booked, status = 'CANCELLED' AS cancelled,
                       (starts_at AT TIME ZONE zone)::date = (CAST(:now AS timestamptz) AT TIME ZONE zone)::date AS today
                  FROM appointment
                  JOIN clinic ON clinic.id = clinic_id
                 WHERE NOT hidden
                   AND starts_at BETWEEN CAST(:now AS timestamptz) - interval '26 hours'
                                     AND CAST(:now AS timestamptz) + interval '26 hours')
            SELECT count(*) FILTER (WHERE booked AND today AND starts_at > :now) AS upcoming,
                   count(*) FILTER (WHERE booked AND today AND starts_at <= :now AND ends_at > :now) AS under_way,
                   count(*) FILTER (WHERE booked AND today AND ends_at <= :now) AS over,
                   count(*) FILTER (WHERE cancelled AND today) AS cancelled,
                   count(*) FILTER (WHERE booked AND starts_at > :now
                                      AND starts_at <= CAST(:now AS timestamptz) + interval '2 hours') AS soon,
                   count(DISTINCT room_id) FILTER (WHERE booked AND starts_at <= :now AND ends_at > :now) AS rooms_in_use,
                   (SELECT count(*) FROM room JOIN clinic ON clinic.id = clinic_id WHERE NOT hidden) AS rooms,
                   (SELECT count(*) FROM reservation WHERE status = 'HELD' AND expires_at > :now) AS holds
              FROM visit
            """;

    private final Database database;

    PostgresDays(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Today> today(Instant now) {
        return database.one(client ->
                client.sql(TODAY).bind("now", now).map(PostgresDays::counted).one());
    }

    private static Today counted(Readable row) {
        return new Today(
                number(row, "upcoming"),
                number(row, "under_way"),
                number(row, "over"),
                number(row, "cancelled"),
                number(row, "soon"),
                number(row, "rooms_in_use"),
                number(row, "rooms"),
                number(row, "holds"));
    }

    private static long number(Readable row, String column) {
        return requireNonNull(row.get(column, Long.class), column);
    }
}
