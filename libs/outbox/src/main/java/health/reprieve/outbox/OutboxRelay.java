package health.reprieve.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes what lies in the outbox, in the order of writing, at least once. While it holds the lease no other relay
 * publishes. What Kafka has acknowledged is marked; a crash between the two means a repeat, which every inbox absorbs.
 *
 * <p>It works on a thread of its own, so waiting for the database or for Kafka blocks nobody.
 */
final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration DATABASE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutboxRows rows;
    private final Lease lease;
    private final Publisher publisher;
    private final OutboxSettings settings;
    private final Clock clock;

    OutboxRelay(OutboxRows rows, Lease lease, Publisher publisher, OutboxSettings settings, Clock clock) {
        this.rows = rows;
        this.lease = lease;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Publishes one batch, if this relay may. Returns how many events were published and marked. */
    int pass() throws InterruptedException {
        var term = lease.takeOrKeep().block(DATABASE);
        if (term == null) {
            return 0;
        }
        var batch = Objects.requireNonNullElse(rows.waiting(settings.batch()).block(DATABASE), List.<OutboxRow>of());
        return batch.isEmpty() ? 0 : publish(batch, term);
    }

    void giveBackLease() {
        lease.giveBack().block(DATABASE);
    }

    void forgetOld() {
        rows.forget(clock.instant(), settings.keepPublished()).block(DATABASE);
    }

    private int publish(List<OutboxRow> batch, long term) throws InterruptedException {
        var now = clock.instant();
        var sent = batch.stream().map(row -> send(row.news(), now)).toList();
        awaitAll(sent);
        var done = acknowledged(batch, sent);
        if (!done.isEmpty()) {
            rows.mark(done, lease.holder(), term, now).block(DATABASE);
        }
        if (done.size() < batch.size()) {
            LOG.warn("outbox-publish-incomplete: {} of {} events acknowledged", done.size(), batch.size());
        }
        return done.size();
    }

    private CompletableFuture<?> send(News news, Instant now) {
        if (news.expiresAt() != null && news.expiresAt().isBefore(now)) {
            return CompletableFuture.completedFuture(null);
        }
        var event = new CloudEvent(
                news.eventId(),
                settings.source(),
                news.type(),
                news.key(),
                news.occurredAt(),
                news.version(),
                news.expiresAt(),
                JSON.readTree(news.data()));
        return publisher.publish(news.topic(), event);
    }

    private void awaitAll(List<? extends CompletableFuture<?>> sent) throws InterruptedException {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .exceptionally(failure -> null)
                    .get(settings.sendWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException incomplete) {
            LOG.warn("outbox-publish-slow: Kafka has not answered within {}", settings.sendWithin());
        }
    }

    /** What follows a failure of the same key is not marked either: it goes out again, after the one that failed. */
    private static List<Long> acknowledged(List<OutboxRow> batch, List<? extends CompletableFuture<?>> sent) {
        var done = new ArrayList<Long>();
        var interrupted = new HashSet<String>();
        for (int i = 0; i < batch.size(); i++) {
            var news = batch.get(i).news();
            var key = news.topic() + '/' + news.key();
            if (sent.get(i).isDone() && !sent.get(i).isCompletedExceptionally() && !interrupted.contains(key)) {
                done.add(batch.get(i).position());
            } else {
                interrupted.add(key);
            }
        }
        return done;
    }
}
