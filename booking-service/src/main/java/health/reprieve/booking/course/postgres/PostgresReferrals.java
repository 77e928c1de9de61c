package health.reprieve.booking.course.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.course.Referral;
import health.reprieve.booking.course.ReferralId;
import health.reprieve.booking.course.Referrals;
import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresReferrals implements Referrals {

    private static final int MOST_REFERRALS = 50;

    private static final String SELECT = """
            SELECT id, patient_id, visits, first_day, days,
                   (SELECT count(*)::int FROM appointment JOIN course ON course.id = course_id
                     WHERE referral_id = referral.id AND status NOT IN ('CANCELLED', 'MISSED')) AS used
              FROM referral
            """;

    // The patient is read with it: nobody is referred who is not known.
    private static final String ADD = """
            INSERT INTO referral (id, patient_id, visits, first_day, days, recorded_at, recorded_by)
            SELECT :id, id, :visits, :firstDay, :days, :now, :by FROM patient WHERE id = :patient
            ON CONFLICT (id) DO NOTHING
            """;

    private final Database database;

    PostgresReferrals(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Referral> find(Actor actor, ReferralId id) {
        var visible = VisibleCourses.to(actor);
        return database.one(client -> visible.bind(client.sql(SELECT + " WHERE id = :id AND " + visible.condition()))
                .bind("id", id.value())
                .map(PostgresReferrals::referral)
                .one());
    }

    @Override
    public Mono<Referral> lock(ReferralId id) {
        return database.one(client -> client.sql("SELECT id FROM referral WHERE id = :id FOR UPDATE")
                        .bind("id", id.value())
                        .mapValue(UUID.class)
                        .one())
                // in a statement of its own, which sees what the one before us used
                .then(Mono.defer(() -> database.one(client -> client.sql(SELECT + " WHERE id = :id")
                        .bind("id", id.value())
                        .map(PostgresReferrals::referral)
                        .one())));
    }

    @Override
    public Mono<List<Referral>> of(Actor actor, PatientId patient) {
        var visible = VisibleCourses.to(actor);
        var sql = SELECT + " WHERE patient_id = :patient AND " + visible.condition()
                + " ORDER BY first_day DESC, id LIMIT :most";
        return database.list(client -> visible.bind(client.sql(sql))
                .bind("patient", patient.value())
                .bind("most", MOST_REFERRALS)
                .map(PostgresReferrals::referral)
                .all());
    }

    @Override
    public Mono<Boolean> add(Referral referral, AccountId by, Instant now) {
        return database.one(client -> client.sql(ADD)
                .bind("id", referral.id().value())
                .bind("patient", referral.patient().value())
                .bind("visits", referral.visits())
                .bind("firstDay", referral.firstDay())
                .bind("days", referral.days())
                .bind("now", now)
                .bind("by", by.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1));
    }

    private static Referral referral(Readable row) {
        return new Referral(
                new ReferralId(requireNonNull(row.get("id", UUID.class))),
                new PatientId(requireNonNull(row.get("patient_id", UUID.class))),
                requireNonNull(row.get("visits", Integer.class)),
                requireNonNull(row.get("first_day", LocalDate.class)),
                requireNonNull(row.get("days", Integer.class)),
                requireNonNull(row.get("used", Integer.class)));
    }
}
