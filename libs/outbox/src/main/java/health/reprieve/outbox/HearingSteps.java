package health.reprieve.outbox;

import health.reprieve.telemetry.trace.SpanTag;
import health.reprieve.telemetry.trace.Spans;
import health.reprieve.telemetry.trace.Step;
import health.reprieve.telemetry.trace.Traceparent;
import io.micrometer.tracing.Span;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Makes each delivery to a listener a step of the event's trace: what the listener causes follows from it, and what it
 * logs names it. A delivery that fails is a step too, and so is each further try.
 */
final class HearingSteps implements RecordInterceptor<Object, Object> {

    private static final ThreadLocal<@Nullable Hearing> PRESENT = new ThreadLocal<>();

    private final Spans spans;

    HearingSteps(Spans spans) {
        this.spans = spans;
    }

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> heard, Consumer<Object, Object> consumer) {
        end();
        var step = spans.begin(Span.Kind.CONSUMER, "hear " + heard.topic(), cause(heard))
                .tag(SpanTag.TOPIC, heard.topic());
        PRESENT.set(new Hearing(step, step.enter()));
        return heard;
    }

    @Override
    public void failure(ConsumerRecord<Object, Object> heard, Exception failure, Consumer<Object, Object> consumer) {
        var hearing = PRESENT.get();
        if (hearing != null) {
            hearing.step.failed(failure.getCause() == null ? failure : failure.getCause());
        }
    }

    /** After the listener, and after whatever is done about its failure. */
    @Override
    public void afterRecord(ConsumerRecord<Object, Object> heard, Consumer<Object, Object> consumer) {
        end();
    }

    private void end() {
        var hearing = PRESENT.get();
        if (hearing != null) {
            PRESENT.remove();
            hearing.entrance.close();
            hearing.step.end();
        }
    }

    private static @Nullable Traceparent cause(ConsumerRecord<Object, Object> heard) {
        var header = heard.headers().lastHeader(Traceparent.HEADER);
        return header == null || header.value() == null
                ? null
                : Traceparent.parse(new String(header.value(), StandardCharsets.US_ASCII));
    }

    private record Hearing(Step step, Step.Entrance entrance) {}
}
