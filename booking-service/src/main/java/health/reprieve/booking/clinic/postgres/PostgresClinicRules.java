package health.reprieve.booking.clinic.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRefused;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.clinic.OpeningHours;
import health.reprieve.booking.clinic.Versioned;
import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresClinicRules implements ClinicRules {

    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int MINUTES_OF_A_DAY = 1440;

    private static final String OPENING = """
            SELECT coalesce((SELECT version FROM clinic_opening WHERE clinic_id = :clinic), 1) AS version,
                   array_agg(day::int ORDER BY day, from_minute) AS days,
                   array_agg(from_minute ORDER BY day, from_minute) AS froms,
                   array_agg(until_minute ORDER BY day, from_minute) AS untils
              FROM clinic_opening_span WHERE clinic_id = :clinic
            """;

    // Whoever comes second waits at the row, and then finds the version risen.
    private static final String RAISE_OPENING = """
            INSERT INTO clinic_opening AS stated (clinic_id, version)
            SELECT :clinic, 2 WHERE :version = 1 OR EXISTS (SELECT FROM clinic_opening WHERE clinic_id = :clinic)
            ON CONFLICT (clinic_id) DO UPDATE SET version = stated.version + 1 WHERE stated.version = :version
            """;

    private static final String CLEAR_SPANS = "DELETE FROM clinic_opening_span WHERE clinic_id = :clinic";

    private static final String ADD_SPANS = """
            INSERT INTO clinic_opening_span (clinic_id, day, from_minute, until_minute)
            SELECT :clinic, * FROM unnest(CAST(:days AS int[]), CAST(:froms AS int[]), CAST(:untils AS int[]))
            """;

    private static final String POLICY = "SELECT * FROM clinic_policy WHERE clinic_id = :clinic";

    private final Database database;

    PostgresClinicRules(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Versioned<OpeningHours>> opening(ClinicId clinic) {
        return database.one(client -> client.sql(OPENING)
                .bind("clinic", clinic.value())
                .map(PostgresClinicRules::openingOf)
                .one());
    }

    @Override
    public Mono<Versioned<ClinicPolicy>> policy(ClinicId clinic) {
        return database.one(client -> client.sql(POLICY)
                        .bind("clinic", clinic.value())
                        .map(PolicyRow::of)
                        .one())
                .defaultIfEmpty(new Versioned<>(ClinicPolicy.NONE, 1));
    }

    @Override
    public Mono<Versioned<OpeningHours>> replace(ClinicId clinic, OpeningHours hours, long version) {
        return database.transaction(client -> client.sql(RAISE_OPENING)
                .bind("clinic", clinic.value())
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.empty() : opening(clinic).flatMap(PostgresClinicRules::stale))
                .then(client.sql(CLEAR_SPANS).bind("clinic", clinic.value()).then())
                .then(Mono.defer(() -> addSpans(client, clinic, hours.spans())))
                .thenReturn(new Versioned<>(hours, version + 1)));
    }

    private static Mono<Void> addSpans(DatabaseClient client, ClinicId clinic, List<OpeningHours.Span> spans) {
        return client.sql(ADD_SPANS)
                .bind("clinic", clinic.value())
                .bind("days", spans.stream().map(span -> span.day().getValue()).toArray(Integer[]::new))
                .bind("froms", spans.stream().map(span -> minute(span.from())).toArray(Integer[]::new))
                .bind(
                        "untils",
                        spans.stream().map(span -> endMinute(span.until())).toArray(Integer[]::new))
                .then();
    }

    @Override
    public Mono<Versioned<ClinicPolicy>> replace(ClinicId clinic, ClinicPolicy policy, long version) {
        return database.transaction(client -> PolicyRow.bind(client.sql(PolicyRow.REPLACE), policy)
                .bind("clinic", clinic.value())
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.empty() : policy(clinic).flatMap(PostgresClinicRules::stale))
                .thenReturn(new Versioned<>(policy, version + 1)));
    }

    private static Mono<Void> stale(Versioned<?> current) {
        return Mono.error(new ClinicRefused.VersionStale(current.version()));
    }

    private static Versioned<OpeningHours> openingOf(Readable row) {
        var days = row.get("days", Integer[].class);
        long version = requireNonNull(row.get("version", Long.class));
        if (days == null) {
            // no row at all is a null array
            return new Versioned<>(OpeningHours.ALWAYS, version);
        }
        var froms = requireNonNull(row.get("froms", Integer[].class));
        var untils = requireNonNull(row.get("untils", Integer[].class));
        var spans = new ArrayList<OpeningHours.Span>();
        for (int i = 0; i < days.length; i++) {
            spans.add(new OpeningHours.Span(DayOfWeek.of(days[i]), time(froms[i]), time(untils[i])));
        }
        return new Versioned<>(new OpeningHours(spans), version);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * MINUTES_OF_AN_HOUR + time.getMinute();
    }

    private static int endMinute(LocalTime until) {
        return until.equals(LocalTime.MIDNIGHT) ? MINUTES_OF_A_DAY : minute(until);
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % MINUTES_OF_A_DAY * 60L);
    }
}
