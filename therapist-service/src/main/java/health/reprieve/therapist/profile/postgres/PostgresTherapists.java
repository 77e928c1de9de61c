package health.reprieve.therapist.profile.postgres;

import health.reprieve.access.Actor;
import health.reprieve.access.MailAddress;
import health.reprieve.access.TherapistId;
import health.reprieve.database.Database;
import health.reprieve.therapist.profile.Language;
import health.reprieve.therapist.profile.Technique;
import health.reprieve.therapist.profile.Therapist;
import health.reprieve.therapist.profile.Therapists;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class PostgresTherapists implements Therapists {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<CredentialDocument>> CREDENTIALS = new TypeReference<>() {};
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    PostgresTherapists(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Therapist>> find(Actor actor, Collection<TherapistId> ids) {
        return database.list(client -> seen(client.sql(TherapistSql.FIND), actor)
                .bind("ids", ids.stream().map(TherapistId::value).toArray(UUID[]::new))
                .map(PostgresTherapists::therapist)
                .all());
    }

    @Override
    public Mono<List<Therapist>> page(Actor actor, @Nullable TherapistId after, int most) {
        return database.list(client -> seen(client.sql(TherapistSql.PAGE), actor)
                .bind("after", after == null ? BEFORE_ALL : after.value())
                .bind("most", most)
                .map(PostgresTherapists::therapist)
                .all());
    }

    @Override
    public Mono<Boolean> add(Actor.Manager manager, Therapist newcomer) {
        return database.transaction(client -> written(client.sql(TherapistSql.ADD), newcomer)
                .fetch()
                .rowsUpdated()
                .flatMap(added -> added == 1 ? keepCredentials(newcomer).thenReturn(true) : Mono.just(false)));
    }

    @Override
    public Mono<Boolean> replace(Actor.Manager manager, Therapist next) {
        return database.transaction(client -> written(client.sql(TherapistSql.REPLACE), next)
                .fetch()
                .rowsUpdated()
                .flatMap(replaced -> replaced == 1 ? keepCredentials(next).thenReturn(true) : Mono.just(false)));
    }

    private Mono<Void> keepCredentials(Therapist therapist) {
        var documents =
                therapist.credentials().stream().map(CredentialDocument::of).toList();
        return database.one(client -> client.sql(TherapistSql.KEEP_CREDENTIALS)
                .bind("therapist", therapist.id().value())
                .bind("credentials", JSON.writeValueAsString(documents))
                .then());
    }

    private static GenericExecuteSpec seen(GenericExecuteSpec statement, Actor actor) {
        var sight = Sight.of(actor);
        return statement.bind("everybody", sight.everybody()).bind("self", sight.self());
    }

    private static GenericExecuteSpec written(GenericExecuteSpec statement, Therapist therapist) {
        return statement
                .bind("id", therapist.id().value())
                .bind("version", therapist.version())
                .bind("name", therapist.name())
                .bind("languages", names(therapist.languages()))
                .bind("techniques", names(therapist.techniques()))
                .bind("contact", therapist.contact().value())
                .bind("retired", therapist.retired())
                .bind("availability", JSON.writeValueAsString(AvailabilityDocument.of(therapist.availability())));
    }

    private static String[] names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Therapist therapist(Readable row) {
        return new Therapist(
                new TherapistId(value(row, "id", UUID.class)),
                value(row, "version", Long.class),
                value(row, "name", String.class),
                Arrays.stream(value(row, "languages", String[].class))
                        .map(Language::valueOf)
                        .toList(),
                Arrays.stream(value(row, "techniques", String[].class))
                        .map(Technique::valueOf)
                        .toList(),
                new MailAddress(value(row, "contact_email", String.class)),
                value(row, "retired", Boolean.class),
                JSON.readValue(value(row, "credentials", String.class), CREDENTIALS).stream()
                        .map(CredentialDocument::read)
                        .toList(),
                JSON.readValue(value(row, "availability", String.class), AvailabilityDocument.class)
                        .read());
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
