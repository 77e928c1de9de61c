package health.reprieve.outbox;

import health.reprieve.database.Database;
import health.reprieve.telemetry.trace.Spans;
import health.reprieve.telemetry.trace.Traceparent;
import java.time.Clock;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Where news enters a service. What it has handled is noted in the transaction of the effect, so that an event has its
 * effect once, however often it is delivered, and an older one never undoes a newer one.
 */
public final class Inbox {

    private static final String NOTE = """
            INSERT INTO inbox (consumer, event_id, handled_at) VALUES (:consumer, :eventId, :handledAt) ON CONFLICT DO NOTHING
            """;

    private static final String RAISE = """
            INSERT INTO applied_version AS known (consumer, subject, version) VALUES (:consumer, :subject, :version)
            ON CONFLICT (consumer, subject) DO UPDATE SET version = excluded.version
             WHERE known.version < excluded.version
            """;

    private final Database database;
    private final Clock clock;
    private final HearingCounters counters;
    private final Spans spans;

    Inbox(Database database, Clock clock, HearingCounters counters, Spans spans) {
        this.database = database;
        this.clock = clock;
        this.counters = counters;
        this.spans = spans;
    }

    /**
     * Handles one event, once. Called on the listener's thread, so that what the event causes belongs to its trace.
     *
     * @param consumer who hears; each has a memory of its own
     * @param effect what the event causes in this service's database; runs only if the event is news
     */
    public Mono<Handling> handle(String consumer, CloudEvent event, Supplier<Mono<Void>> effect) {
        var cause = spans.here();
        return handled(consumer, event, effect).contextWrite(context -> Traceparent.into(context, cause));
    }

    private Mono<Handling> handled(String consumer, CloudEvent event, Supplier<Mono<Void>> effect) {
        return database.transaction(client -> client.sql(NOTE)
                        .bind("consumer", consumer)
                        .bind("eventId", event.id())
                        .bind("handledAt", clock.instant())
                        .fetch()
                        .rowsUpdated()
                        .flatMap(noted ->
                                noted == 0 ? Mono.just(Handling.REPEATED) : applyIfNewer(consumer, event, effect)))
                .doOnNext(counters::handled);
    }

    /**
     * Lets an event pass whose type or version this service does not know, and counts it. A topic may carry such, since
     * producers are renewed before consumers.
     */
    public void skip(String topic) {
        counters.skipped(topic);
    }

    private Mono<Handling> applyIfNewer(String consumer, CloudEvent event, Supplier<Mono<Void>> effect) {
        return database.one(client -> client.sql(RAISE)
                        .bind("consumer", consumer)
                        .bind("subject", event.subject())
                        .bind("version", event.aggregateVersion())
                        .fetch()
                        .rowsUpdated())
                .flatMap(raised -> raised == 0
                        ? Mono.just(Handling.OUTDATED)
                        : Mono.defer(effect).thenReturn(Handling.APPLIED));
    }
}
