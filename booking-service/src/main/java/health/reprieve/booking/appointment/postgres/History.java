package health.reprieve.booking.appointment.postgres;

import health.reprieve.booking.appointment.Deed;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** The step of a larger statement that keeps what was done with a visit. */
final class History {

    private static final String INSERT = """
            INSERT INTO appointment_change (appointment_id, version, at, by_kind, by_id, step, code, note, status,
                                            starts_at, ends_at, therapist_id, room_id)
            SELECT id, CAST(:version AS bigint), CAST(:now AS timestamptz), :byKind, CAST(:byId AS uuid), :step,
                   CAST(:code AS text), CAST(:note AS text), :status, CAST(:start AS timestamptz),
                   CAST(:end AS timestamptz), CAST(:therapist AS uuid), CAST(:room AS uuid)
            """;

    private History() {}

    /** @param step name of an earlier step that leaves the visit's id, a trusted word */
    static String insertAfter(String step) {
        return INSERT + " FROM " + step;
    }

    /** Binds all of it but {@code :now}, {@code :start}, {@code :end}, {@code :therapist} and {@code :room}. */
    static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement, Deed deed) {
        return statement
                .bind("version", deed.after().version())
                .bind("byKind", deed.by().kind().name())
                .bind("byId", orNull(deed.by().id(), UUID.class))
                .bind("step", deed.step().rule().step())
                .bind("code", orNull(deed.step().code(), String.class))
                .bind("note", orNull(deed.step().note(), String.class))
                .bind("status", deed.after().stage().name());
    }

    static <T> Parameter orNull(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
