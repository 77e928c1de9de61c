package health.reprieve.notification.waitlist.postgres;

import health.reprieve.access.PatientId;
import health.reprieve.database.Database;
import health.reprieve.notification.waitlist.Offer;
import health.reprieve.notification.waitlist.Offers;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class PostgresOffers implements Offers {

    private static final String FIND = """
            SELECT id, patient_id, starts_at, ends_at, expires_at, clinic_alias, clinic_zone, clinic_address, clinic_phone
              FROM offer WHERE id = :id
            """;

    private static final String KEEP = """
            INSERT INTO offer (id, patient_id, starts_at, ends_at, expires_at,
                               clinic_alias, clinic_zone, clinic_address, clinic_phone)
            VALUES (:id, :patient, :start, :end, :expires, :alias, :zone, :address, :phone)
            ON CONFLICT DO NOTHING
            """;

    private final Database database;

    PostgresOffers(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Offer> find(UUID id) {
        return database.one(client ->
                client.sql(FIND).bind("id", id).map(PostgresOffers::offer).one());
    }

    @Override
    public Mono<Void> keep(Offer offer) {
        return database.one(client -> client.sql(KEEP)
                .bind("id", offer.id())
                .bind("patient", offer.patient().value())
                .bind("start", offer.time().start())
                .bind("end", offer.time().end())
                .bind("expires", offer.expiresAt())
                .bind("alias", offer.clinic().alias())
                .bind("zone", offer.clinic().zone().getId())
                .bind("address", offer.clinic().address())
                .bind("phone", offer.clinic().phone())
                .then());
    }

    private static Offer offer(Readable row) {
        return new Offer(
                get(row, "id", UUID.class),
                new PatientId(get(row, "patient_id", UUID.class)),
                new TimeRange(get(row, "starts_at", Instant.class), get(row, "ends_at", Instant.class)),
                get(row, "expires_at", Instant.class),
                new Offer.Place(
                        get(row, "clinic_alias", String.class),
                        ZoneId.of(get(row, "clinic_zone", String.class)),
                        get(row, "clinic_address", String.class),
                        get(row, "clinic_phone", String.class)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
