package health.reprieve.outbox;

import health.reprieve.telemetry.trace.Traceparent;
import org.jspecify.annotations.Nullable;

/**
 * News as it lies in the table, with its place in the order of writing.
 *
 * @param repeats how often it had been asked to be sent once more when it was read
 * @param cause the trace that it belongs to; null: to none
 */
record OutboxRow(
        long position, int repeats, News news, @Nullable Traceparent cause) {

    /** What must leave in order: the news of one aggregate on one topic. */
    String lane() {
        return news.topic() + '/' + news.key();
    }
}
