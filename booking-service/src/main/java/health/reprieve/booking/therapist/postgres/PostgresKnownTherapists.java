package health.reprieve.booking.therapist.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.database.Database;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PostgresKnownTherapists implements KnownTherapists {

    private static final String AT_CLINIC = """
            SELECT state FROM known_therapist
             WHERE NOT retired
               AND id IN (SELECT therapist_id FROM known_therapist_place WHERE clinic_id = :clinic)
            """;

    private static final int PAGE = 200;
    private static final TherapistId BEFORE_ALL = new TherapistId(new UUID(0, 0));

    private static final String KEEP = """
            INSERT INTO known_therapist (id, version, name, retired, state)
            VALUES (:id, :version, :name, :retired, :state)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name,
                retired = excluded.retired, state = excluded.state
            """;

    private static final String FORGET_PLACES = "DELETE FROM known_therapist_place WHERE therapist_id = :id";

    private static final String KEEP_PLACES =
            "INSERT INTO known_therapist_place (therapist_id, clinic_id) SELECT :id, unnest(:clinics)";

    private static final String REVIEW = "SELECT ask_for_review('THERAPIST', :id)";

    private final Database database;
    private final JsonMapper json = JsonMapper.builder().build();

    PostgresKnownTherapists(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<KnownTherapist>> at(ClinicId clinic) {
        return pageAt(clinic, BEFORE_ALL)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : pageAt(clinic, page.getLast().id()))
                .flatMapIterable(page -> page)
                .collectList();
    }

    private Mono<List<KnownTherapist>> pageAt(ClinicId clinic, TherapistId after) {
        return database.list(client -> client.sql(AT_CLINIC + " AND id > :after ORDER BY id LIMIT " + PAGE)
                .bind("clinic", clinic.value())
                .bind("after", after.value())
                .map(this::therapist)
                .all());
    }

    @Override
    public Mono<KnownTherapist> at(ClinicId clinic, TherapistId therapist) {
        return database.one(client -> client.sql(AT_CLINIC + " AND id = :therapist")
                .bind("clinic", clinic.value())
                .bind("therapist", therapist.value())
                .map(this::therapist)
                .one());
    }

    @Override
    public Mono<KnownTherapist> find(TherapistId therapist) {
        return database.one(client -> client.sql("SELECT state FROM known_therapist WHERE id = :id")
                .bind("id", therapist.value())
                .map(this::therapist)
                .one());
    }

    @Override
    public Mono<Void> keep(KnownTherapist therapist) {
        return database.transaction(client ->
                keepState(client, therapist).then(keepPlaces(client, therapist)).then(review(client, therapist)));
    }

    private static Mono<Void> review(DatabaseClient client, KnownTherapist therapist) {
        return client.sql(REVIEW).bind("id", therapist.id().value()).then();
    }

    private Mono<Void> keepState(DatabaseClient client, KnownTherapist therapist) {
        return client.sql(KEEP)
                .bind("id", therapist.id().value())
                .bind("version", therapist.version())
                .bind("name", therapist.name())
                .bind("retired", therapist.retired())
                .bind("state", Json.of(json.writeValueAsString(StoredTherapist.of(therapist))))
                .then();
    }

    private static Mono<Void> keepPlaces(DatabaseClient client, KnownTherapist therapist) {
        var id = therapist.id().value();
        var clinics = therapist.hours().keySet().stream().map(ClinicId::value).toArray(UUID[]::new);
        return client.sql(FORGET_PLACES)
                .bind("id", id)
                .then()
                .then(client.sql(KEEP_PLACES)
                        .bind("id", id)
                        .bind("clinics", clinics)
                        .then());
    }

    private KnownTherapist therapist(Readable row) {
        var state = requireNonNull(row.get("state", Json.class));
        return json.readValue(state.asString(), StoredTherapist.class).therapist();
    }
}
