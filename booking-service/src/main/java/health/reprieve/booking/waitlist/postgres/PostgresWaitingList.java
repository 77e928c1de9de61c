package health.reprieve.booking.waitlist.postgres;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.waitlist.NoLongerInLine;
import health.reprieve.booking.waitlist.OfferId;
import health.reprieve.booking.waitlist.OfferMade;
import health.reprieve.booking.waitlist.WaitId;
import health.reprieve.booking.waitlist.Waiting;
import health.reprieve.booking.waitlist.WaitingList;
import health.reprieve.database.Database;
import io.r2dbc.spi.Parameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresWaitingList implements WaitingList {

    // Two wishes of one patient would each count without seeing the other.
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(:patient, 3))";
    private static final String LIVE_OF =
            "SELECT count(*)::int FROM waiting WHERE patient_id = :patient AND state IN ('WAITING', 'OFFERED')";

    private static final String ADD = """
            WITH here AS (INSERT INTO waiting_clinic (clinic_id) VALUES (:clinic) ON CONFLICT DO NOTHING)
            INSERT INTO waiting (id, version, clinic_id, patient_id, condition, treatment_id, minutes, days, parts,
                                 therapists, first_day, last_day, since, state)
            VALUES (:id, 1, :clinic, :patient, :condition, :treatment, :minutes, :days, :parts,
                    :therapists, :firstDay, :lastDay, :since, 'WAITING')
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String OF_PATIENT =
            WaitingRow.SELECT + " WHERE waiting.patient_id = :patient ORDER BY since DESC, waiting.id DESC LIMIT 50";

    private static final String LIVE =
            WaitingRow.SELECT + " WHERE clinic_id = :clinic AND state IN ('WAITING', 'OFFERED')";
    private static final String ENDING = LIVE + " AND (state = 'OFFERED' OR last_day < :today)";
    private static final String IN_LINE = WaitingRow.SELECT + """
             WHERE clinic_id = :clinic AND state = 'WAITING'
               AND NOT EXISTS (SELECT FROM waiting_offer AS other
                                WHERE other.patient_id = waiting.patient_id AND other.outcome = 'OPEN')
               AND NOT EXISTS (SELECT FROM reservation WHERE status = 'HELD' AND holder_id = waiting.patient_id
                                  AND reservation.expires_at > :now)
               AND NOT (silence.unanswered >= :unanswered AND EXISTS (
                   SELECT FROM waiting_offer AS past
                    WHERE past.patient_id = waiting.patient_id AND past.made_at > :now - interval '1 day'))
            """;
    private static final String NAMES =
            "SELECT patient_id, name FROM (SELECT id AS patient_id, name FROM patient) AS mine WHERE patient_id = ANY(:ids) AND ";

    private static final String AFTER = " AND (since, waiting.id) > (:afterSince, :afterId)";
    private static final String IN_ORDER = " ORDER BY since, waiting.id LIMIT :most";

    private static final String LOCK = "SELECT id FROM waiting WHERE id = :id FOR UPDATE";

    private static final String UPDATE = """
            UPDATE waiting SET version = :version, state = :state, ended_at = :endedAt,
                   appointment_id = :visit, left_by_kind = :leftByKind, left_by_id = :leftById
             WHERE id = :id AND version = :version - 1
            """;

    private static final String OFFER = """
            INSERT INTO waiting_offer (id, waiting_id, patient_id, therapist_id, starts_at, ends_at, made_at, expires_at, outcome)
            VALUES (:id, :waiting, :patient, :therapist, :start, :end, :madeAt, :expires, 'OPEN')
            ON CONFLICT DO NOTHING
            """;
    private static final String END_OFFER = """
            UPDATE waiting_offer SET outcome = :outcome, ended_at = :endedAt, appointment_id = :visit
             WHERE id = :id AND outcome = 'OPEN'
            """;
    private static final String OFFERS_OF = "SELECT * FROM (" + OfferRow.SELECT
            + " WHERE waiting_id = :waiting ORDER BY made_at DESC, id DESC LIMIT 200) AS latest ORDER BY made_at, id";

    private final Database database;

    PostgresWaitingList(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Integer> liveOf(PatientId patient) {
        return database.one(client -> client.sql(ONE_AT_A_TIME)
                        .bind("patient", patient.toString())
                        .then())
                .then(database.one(client -> client.sql(LIVE_OF)
                        .bind("patient", patient.value())
                        .mapValue(Integer.class)
                        .one()));
    }

    @Override
    public Mono<Boolean> add(Waiting joined) {
        var wish = joined.wish();
        var treatment = wish.treatment();
        return database.one(client -> client.sql(ADD)
                .bind("id", joined.id().value())
                .bind("clinic", wish.clinic().value())
                .bind("patient", joined.patient().value())
                .bind("condition", wish.condition().name())
                .bind("treatment", treatment == null ? Parameters.in(UUID.class) : Parameters.in(treatment.value()))
                .bind("minutes", Math.toIntExact(wish.length().toMinutes()))
                .bind("days", wish.days().stream().map(DayOfWeek::getValue).toArray(Integer[]::new))
                .bind("parts", wish.parts().stream().map(Enum::name).toArray(String[]::new))
                .bind(
                        "therapists",
                        wish.therapists().stream().map(id -> id.value()).toArray(UUID[]::new))
                .bind("firstDay", wish.firstDay())
                .bind("lastDay", wish.lastDay())
                .bind("since", joined.since())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1));
    }

    @Override
    public Mono<Waiting> find(Actor actor, WaitId id) {
        var visible = VisibleTo.of(actor);
        return database.one(client -> visible.bind(
                        client.sql(WaitingRow.SELECT + " WHERE waiting.id = :id AND " + visible.of("waiting")))
                .bind("id", id.value())
                .map(WaitingRow::of)
                .one());
    }

    @Override
    public Mono<Waiting> find(WaitId id) {
        return database.one(client -> client.sql(WaitingRow.SELECT + " WHERE waiting.id = :id")
                .bind("id", id.value())
                .map(WaitingRow::of)
                .one());
    }

    @Override
    public Mono<List<Waiting>> of(Actor.Patient actor) {
        return database.list(client -> client.sql(OF_PATIENT)
                .bind("patient", actor.id().value())
                .map(WaitingRow::of)
                .all());
    }

    @Override
    public Mono<List<Waiting>> live(Actor actor, ClinicId clinic, @Nullable Waiting after, int most) {
        var visible = VisibleTo.of(actor);
        return page(LIVE + " AND " + visible.of("waiting"), clinic, after, most, visible::bind);
    }

    @Override
    public Mono<List<Waiting>> ending(ClinicId clinic, LocalDate today, @Nullable Waiting after, int most) {
        return page(ENDING, clinic, after, most, statement -> statement.bind("today", today));
    }

    @Override
    public Mono<List<Waiting>> inLine(ClinicId clinic, Instant now, int unanswered, @Nullable Waiting after, int most) {
        return page(
                IN_LINE,
                clinic,
                after,
                most,
                statement -> statement.bind("now", now).bind("unanswered", unanswered));
    }

    private Mono<List<Waiting>> page(
            String sql, ClinicId clinic, @Nullable Waiting after, int most, UnaryOperator<GenericExecuteSpec> binding) {
        return database.list(client -> {
            var statement = binding.apply(client.sql(sql + (after == null ? "" : AFTER) + IN_ORDER))
                    .bind("clinic", clinic.value())
                    .bind("most", most);
            return (after == null
                            ? statement
                            : statement
                                    .bind("afterSince", after.since())
                                    .bind("afterId", after.id().value()))
                    .map(WaitingRow::of)
                    .all();
        });
    }

    @Override
    public Mono<Map<PatientId, String>> names(Actor staff, Set<PatientId> patients) {
        var ids = patients.stream().map(PatientId::value).toArray(UUID[]::new);
        var visible = VisibleTo.of(staff);
        return database.list(client -> visible.bind(client.sql(NAMES + visible.of("mine")))
                        .bind("ids", ids)
                        .map(row -> Map.entry(
                                new PatientId(WaitingRow.get(row, "patient_id", UUID.class)),
                                WaitingRow.get(row, "name", String.class)))
                        .all())
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    // What is read after the lock is what whoever held it before has written.
    @Override
    public Mono<Waiting> lock(WaitId id) {
        return database.one(client -> client.sql(LOCK).bind("id", id.value()).then())
                .then(Mono.defer(() -> find(id)));
    }

    @Override
    public Mono<Void> save(Waiting.Turn turn) {
        var offer = turn.offer();
        var saved = update(turn.after());
        return offer == null
                ? saved
                : saved.then(Mono.defer(() -> offer.isOpen() ? add(turn.after(), offer) : end(offer)));
    }

    private Mono<Void> update(Waiting after) {
        return database.one(client -> WaitingRow.bind(client.sql(UPDATE), after.state())
                        .bind("id", after.id().value())
                        .bind("version", after.version())
                        .fetch()
                        .rowsUpdated())
                .flatMap(PostgresWaitingList::requireOne);
    }

    private Mono<Void> add(Waiting to, OfferMade offer) {
        return database.one(client -> client.sql(OFFER)
                        .bind("id", offer.id().value())
                        .bind("waiting", to.id().value())
                        .bind("patient", to.patient().value())
                        .bind("therapist", offer.therapist().value())
                        .bind("start", offer.time().start())
                        .bind("end", offer.time().end())
                        .bind("madeAt", offer.madeAt())
                        .bind("expires", offer.expiresAt())
                        .fetch()
                        .rowsUpdated())
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new NoLongerInLine()));
    }

    private Mono<Void> end(OfferMade offer) {
        return database.one(client -> OfferRow.bind(client.sql(END_OFFER), offer.outcome())
                        .bind("id", offer.id().value())
                        .fetch()
                        .rowsUpdated())
                .flatMap(PostgresWaitingList::requireOne);
    }

    private static Mono<Void> requireOne(long rows) {
        return rows == 1 ? Mono.empty() : Mono.error(new IllegalStateException("changed without a lock"));
    }

    @Override
    public Mono<OfferMade> offer(Actor actor, OfferId id) {
        var visible = VisibleTo.of(actor);
        return database.one(client -> visible.bind(
                        client.sql(OfferRow.SELECT + " WHERE id = :id AND " + visible.of("waiting_offer")))
                .bind("id", id.value())
                .map(OfferRow::of)
                .one());
    }

    @Override
    public Mono<OfferMade> offer(OfferId id) {
        return database.one(client -> client.sql(OfferRow.SELECT + " WHERE id = :id")
                .bind("id", id.value())
                .map(OfferRow::of)
                .one());
    }

    @Override
    public Mono<List<OfferMade>> offers(WaitId waiting) {
        return database.list(client -> client.sql(OFFERS_OF)
                .bind("waiting", waiting.value())
                .map(OfferRow::of)
                .all());
    }
}
