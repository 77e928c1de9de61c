package health.reprieve.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
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

    private int publish(List<OutboxRow> batch, long term) throws InterruptedException {
        var now = clock.instant();
        var done = send(batch, now);
        if (done.size() < batch.size()) {
            LOG.warn("outbox-publish-incomplete: {} of {} events acknowledged", done.size(), batch.size());
        }
        return done.isEmpty() ? 0 : mark(done, term, now);
    }

    private int mark(List<Long> positions, long term, Instant now) {
        var marked = rows.mark(positions, lease.holder(), term, now).block(DATABASE);
        return marked == null ? 0 : marked.intValue();
    }

    /**
     * Sends in rounds, one event of each key: the next of a key leaves only when the one before it is acknowledged, so
     * that a failure holds back what follows it and nothing else. Returns the positions of what was acknowledged.
     */
    private List<Long> send(List<OutboxRow> batch, Instant now) throws InterruptedException {
        var acknowledged = new ArrayList<Long>();
        var stuck = new HashSet<String>();
        long deadline = System.nanoTime() + settings.sendWithin().toNanos();
        for (var round : rounds(batch)) {
            var sent = round.stream()
                    .filter(row -> !stuck.contains(row.lane()))
                    .map(row -> new Sent(row, send(row.news(), now)))
                    .toList();
            awaitAll(sent, deadline);
            for (var each : sent) {
                if (each.isAcknowledged()) {
                    acknowledged.add(each.row.position());
                } else {
                    stuck.add(each.row.lane());
                }
            }
        }
        return acknowledged;
    }

    private static Collection<List<OutboxRow>> rounds(List<OutboxRow> batch) {
        var earlierInLane = new HashMap<String, Integer>();
        return batch.stream()
                .collect(Collectors.groupingBy(
                        row -> earlierInLane.merge(row.lane(), 1, Integer::sum), TreeMap::new, Collectors.toList()))
                .values();
    }

    private CompletableFuture<?> send(News news, Instant now) {
        if (news.expiresAt() != null && news.expiresAt().isBefore(now)) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            return publisher.publish(news.topic(), event(news));
        } catch (RuntimeException refusedOnTheSpot) {
            return CompletableFuture.failedFuture(refusedOnTheSpot);
        }
    }

    private CloudEvent event(News news) {
        return new CloudEvent(
                news.eventId(),
                settings.source(),
                news.type(),
                news.key(),
                news.occurredAt(),
                news.version(),
                news.expiresAt(),
                JSON.readTree(news.data()));
    }

    private void awaitAll(List<Sent> sent, long deadline) throws InterruptedException {
        try {
            CompletableFuture.allOf(sent.stream().map(Sent::answer).toArray(CompletableFuture[]::new))
                    .exceptionally(failure -> null)
                    .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException incomplete) {
            LOG.warn("outbox-publish-slow: Kafka has not answered within {}", settings.sendWithin());
        }
    }

    /** An event on its way, and what Kafka says to it. */
    private record Sent(OutboxRow row, CompletableFuture<?> answer) {

        boolean isAcknowledged() {
            return answer.isDone() && !answer.isCompletedExceptionally();
        }
    }
}
