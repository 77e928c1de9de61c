package health.reprieve.notification.message.postgres;

import health.reprieve.database.Database;
import health.reprieve.notification.message.DeliverySettings;
import health.reprieve.notification.message.Ledger;
import health.reprieve.notification.message.Message;
import health.reprieve.notification.message.Settlement;
import health.reprieve.notification.message.Template;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Leases end by the database's clock, the one clock that all senders share; everything else goes by business time. */
@Component
final class PostgresLedger implements Ledger {

    private static final int CLAIM_RACES = 3;

    private static final String QUEUE = """
            INSERT INTO message (id, event_id, recipient, template, rank, state, happened_at, queued_at, due_at, deadline,
                                 appointment_id, calendar_sequence, offer_id, patient_id,
                                 request_id, language, requested_at, expires_at, sealed, traceparent)
            VALUES (:id, :event, :recipient, :template, :rank, 'QUEUED', :happenedAt, :queuedAt, :queuedAt, :deadline,
                    :appointment, :sequence, :offer, :patient,
                    :request, :language, :requestedAt, :expiresAt, :sealed, :traceparent)
            ON CONFLICT DO NOTHING
            """;

    // A message to a patient waits for the patient's contact; one that is too late anyway is let through to be closed.
    private static final String CLAIM = """
            UPDATE message
               SET state = 'SENDING', attempts = attempts + 1, due_at = NULL,
                   leased_until = clock_timestamp() + :lease * interval '1 millisecond'
             WHERE id = (SELECT due.id
                           FROM message due
                          WHERE due.due_at <= :now
                            AND (due.patient_id IS NULL OR due.deadline <= :now
                                 OR EXISTS (SELECT FROM contact WHERE contact.patient_id = due.patient_id))
                            AND NOT EXISTS (SELECT FROM message other
                                             WHERE other.appointment_id = due.appointment_id AND other.state = 'SENDING')
                          ORDER BY due.rank, due.due_at
                          LIMIT 1
                            FOR UPDATE OF due SKIP LOCKED)
            RETURNING id, event_id, template, happened_at, queued_at, deadline, attempts, unknowns,
                      appointment_id, calendar_sequence, offer_id, patient_id,
                      request_id, language, requested_at, expires_at, sealed, traceparent
            """;

    // "attempts" is the fence: whoever claimed the message since has raised it.
    private static final String SETTLE = """
            UPDATE message
               SET state = :state, due_at = :dueAt, unknowns = :unknowns, reply = :reply, settled_at = :now,
                   leased_until = NULL, sealed = CASE WHEN :dueAt::timestamptz IS NULL THEN NULL ELSE sealed END
             WHERE id = :id AND state = 'SENDING' AND attempts = :attempts
            """;

    private static final String RECOVER = """
            UPDATE message
               SET state = 'UNKNOWN', due_at = :now, leased_until = NULL
             WHERE id IN (SELECT id FROM message
                           WHERE state = 'SENDING' AND leased_until < clock_timestamp()
                           ORDER BY leased_until
                           LIMIT 100
                             FOR UPDATE SKIP LOCKED)
            RETURNING template
            """;

    private static final String BACKLOG = """
            SELECT template, state, count(*) AS messages, min(queued_at) AS oldest,
                   count(*) FILTER (WHERE state = 'SENDING' OR due_at <= :now) AS due
              FROM message
             WHERE due_at IS NOT NULL OR state = 'SENDING'
             GROUP BY template, state
            """;

    private final Database database;
    private final long leaseMillis;

    PostgresLedger(Database database, DeliverySettings settings) {
        this.database = database;
        this.leaseMillis = settings.lease().toMillis();
    }

    @Override
    public Mono<Void> queue(Message message) {
        return database.one(client -> MessageRow.bind(client.sql(QUEUE), message.matter())
                .bind("id", message.id().value())
                .bind("event", message.event())
                .bind("recipient", message.matter().recipient())
                .bind("template", message.template().name())
                .bind("rank", message.template().rank())
                .bind("happenedAt", message.happenedAt())
                .bind("queuedAt", message.queuedAt())
                .bind("deadline", message.deadline())
                .bind("traceparent", traceparent(message))
                .then());
    }

    private static Parameter traceparent(Message message) {
        var cause = message.cause();
        return cause == null ? Parameters.in(String.class) : Parameters.in(cause.text());
    }

    // Two senders that claim two messages of one appointment at the same moment meet at the unique index; who comes
    // second looks again.
    @Override
    public Mono<Optional<Message>> claim(Instant now) {
        return database.one(client -> client.sql(CLAIM)
                        .bind("now", now)
                        .bind("lease", leaseMillis)
                        .map(MessageRow::message)
                        .one())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .retryWhen(Retry.max(CLAIM_RACES).filter(DuplicateKeyException.class::isInstance));
    }

    @Override
    public Mono<Boolean> settle(Message message, Settlement settlement, Instant now) {
        return database.one(client -> client.sql(SETTLE)
                        .bind("id", message.id().value())
                        .bind("attempts", message.attempts())
                        .bind("state", settlement.state().name())
                        .bind("dueAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, settlement.dueAt()))
                        .bind("unknowns", settlement.unknowns())
                        .bind("reply", settlement.reply())
                        .bind("now", now)
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<List<Template>> recoverLapsed(Instant now) {
        return database.list(client ->
                client.sql(RECOVER).bind("now", now).map(MessageRow::template).all());
    }

    @Override
    public Mono<List<Backlog>> backlog(Instant now) {
        return database.list(client ->
                client.sql(BACKLOG).bind("now", now).map(MessageRow::backlog).all());
    }
}
