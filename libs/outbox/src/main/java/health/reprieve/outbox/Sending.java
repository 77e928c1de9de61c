package health.reprieve.outbox;

import health.reprieve.telemetry.log.Log;
import health.reprieve.telemetry.trace.Traceparent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One batch on its way to Kafka, in rounds of one event of each key: the next of a key leaves only when the one before
 * it is acknowledged, so that a failure holds back what follows it and nothing else.
 */
final class Sending {

    private static final Log LOG = Log.of(Sending.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Publisher publisher;
    private final String source;
    private final LongSupplier nanos;
    private final Instant now;
    private final long end;
    private final List<OutboxRow> acknowledged = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> topicsAway = new HashSet<>();
    private int expired;

    /**
     * @param now what has expired by now is not sent, and counts as acknowledged
     * @param within no event leaves after that; what has left by then has the time of its flight to be answered
     */
    Sending(Publisher publisher, String source, LongSupplier nanos, Instant now, Duration within) {
        this.publisher = publisher;
        this.source = source;
        this.nanos = nanos;
        this.now = now;
        this.end = nanos.getAsLong() + within.toNanos();
    }

    void send(List<OutboxRow> batch) throws InterruptedException {
        for (var round : rounds(batch)) {
            var sent = new ArrayList<Sent>();
            for (var row : round) {
                if (!failed.contains(row.lane()) && isInTime()) {
                    sent.add(new Sent(row, send(row.news(), row.cause())));
                }
            }
            awaitAll(sent);
            sent.forEach(this::note);
        }
    }

    List<OutboxRow> acknowledged() {
        return acknowledged;
    }

    /** The keys of what was sent and not acknowledged; it may lie on its topic or not. */
    Set<String> failed() {
        return failed;
    }

    /** How many of the acknowledged were not sent, because nobody needs them any more. */
    int expired() {
        return expired;
    }

    private boolean isInTime() {
        return end - nanos.getAsLong() > 0;
    }

    private static Collection<List<OutboxRow>> rounds(List<OutboxRow> batch) {
        var earlierInLane = new HashMap<String, Integer>();
        return batch.stream()
                .collect(Collectors.groupingBy(
                        row -> earlierInLane.merge(row.lane(), 1, Integer::sum), TreeMap::new, Collectors.toList()))
                .values();
    }

    private void note(Sent sent) {
        if (sent.isAcknowledged()) {
            acknowledged.add(sent.row);
        } else {
            failed.add(sent.row.lane());
        }
    }

    private CompletableFuture<?> send(News news, @Nullable Traceparent cause) {
        if (news.expiresAt() != null && news.expiresAt().isBefore(now)) {
            expired++;
            return CompletableFuture.completedFuture(null);
        }
        try {
            return topicsAway.contains(news.topic())
                    ? CompletableFuture.failedFuture(new TimeoutException())
                    : publisher.publish(news.topic(), event(news), cause);
        } catch (RuntimeException refusedOnTheSpot) {
            noteWhetherTheTopicIsAway(news.topic(), refusedOnTheSpot);
            return CompletableFuture.failedFuture(refusedOnTheSpot);
        }
    }

    /** A topic that could not be found costs the whole of {@code max.block.ms}: once in a batch is enough. */
    private void noteWhetherTheTopicIsAway(String topic, RuntimeException refusal) {
        if (refusal.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
            topicsAway.add(topic);
        }
    }

    private CloudEvent event(News news) {
        return new CloudEvent(
                news.eventId(),
                source,
                news.type(),
                news.key(),
                news.occurredAt(),
                news.version(),
                news.expiresAt(),
                JSON.readTree(news.data()));
    }

    private void awaitAll(List<Sent> sent) throws InterruptedException {
        long last = end + publisher.longestFlight().toNanos();
        try {
            CompletableFuture.allOf(sent.stream().map(Sent::answer).toArray(CompletableFuture[]::new))
                    .get(Math.max(0, last - nanos.getAsLong()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException refused) {
            LOG.event(OutboxLogEvent.SEND_REFUSED).log("refused");
        } catch (TimeoutException incomplete) {
            LOG.event(OutboxLogEvent.SEND_UNANSWERED).log("Kafka takes too long to answer");
        }
    }

    /** An event on its way, and what Kafka says to it. */
    private record Sent(OutboxRow row, CompletableFuture<?> answer) {

        boolean isAcknowledged() {
            return answer.isDone() && !answer.isCompletedExceptionally();
        }
    }
}
