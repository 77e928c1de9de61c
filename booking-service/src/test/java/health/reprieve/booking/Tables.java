package health.reprieve.booking;

import static java.util.Objects.requireNonNull;

import health.reprieve.database.Database;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the database, for tests that must know more than the service tells. */
final class Tables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    Tables(Database database) {
        this.database = database;
    }

    /** The news that was left about one visit or patient, first to last. */
    List<Scene.Told> told(Object id) {
        return requireNonNull(database.list(client -> client.sql(
                                "SELECT type, version, data FROM outbox WHERE key = $1 ORDER BY position")
                        .bind(0, id.toString())
                        .map(row -> new Scene.Told(
                                requireNonNull(row.get("type", String.class)),
                                requireNonNull(row.get("version", Long.class)),
                                JSON.readTree(requireNonNull(row.get("data", String.class)))))
                        .all())
                .block());
    }

    long count(String sql, Object... parameters) {
        return requireNonNull(database.one(client -> {
                    var statement = client.sql(sql);
                    for (int i = 0; i < parameters.length; i++) {
                        statement = statement.bind(i, parameters[i]);
                    }
                    return statement.mapValue(Long.class).one();
                })
                .block());
    }

    /**
     * All that the service has written down, as one short text: equal texts mean that nothing was changed. Every row knows
     * the transaction that wrote it, so what stands in it need not be read.
     */
    String everything() {
        return requireNonNull(
                database.one(client -> client.sql("""
                        SELECT concat_ws(' ',
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM appointment),
                            (SELECT count(*) FROM appointment_change),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM reservation),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM patient),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM draft),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM closed_time),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM clinic_opening_span),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM clinic_policy),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM waiting),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM waiting_offer),
                            (SELECT concat(count(*), ':', sum(hashtext(concat(xmin, ctid)))) FROM course),
                            (SELECT count(*) FROM referral),
                            (SELECT count(*) FROM idempotency_key), (SELECT count(*) FROM outbox))
                        """).mapValue(String.class).one())
                        .block());
    }

    /** How many pairs of live reservations overlap, for anybody or anything. There must never be one. */
    long overlaps() {
        return count("""
                WITH live AS (SELECT * FROM reservation WHERE status <> 'RELEASED')
                SELECT (SELECT count(*) FROM live a JOIN live b USING (therapist_id)
                         WHERE a.id < b.id AND a.therapist_span && b.therapist_span)
                     + (SELECT count(*) FROM live a JOIN live b USING (room_id)
                         WHERE a.id < b.id AND a.room_span && b.room_span)
                     + (SELECT count(*) FROM live a JOIN live b USING (patient_id)
                         WHERE a.id < b.id AND a.patient_span && b.patient_span)
                """);
    }
}
