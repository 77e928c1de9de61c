package health.reprieve.telemetry.trace;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A place in a trace, as it travels: in a header, in a row of the outbox, in Reactor's context. It tells nothing of
 * anybody; its text is that of W3C Trace Context.
 *
 * @param traceId the same for everything that one click causes, 32 hexadecimal digits
 * @param spanId the step that caused what comes next, 16 hexadecimal digits
 * @param sampled whether the trace is kept at all
 */
public record Traceparent(String traceId, String spanId, boolean sampled) {

    /** Its name as a header, in HTTP and in Kafka. */
    public static final String HEADER = "traceparent";

    private static final Pattern VERSION_0 =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");
    private static final int SAMPLED = 1;
    private static final int HEXADECIMAL = 16;

    /** Where WebFlux keeps the observation of the request that is being answered. */
    private static final String OBSERVATION = "micrometer.observation";

    /** The trace that a chain belongs to; null: to none, as always when traces are not sent anywhere. */
    public static @Nullable Traceparent of(ContextView context) {
        if (context.hasKey(Traceparent.class)) {
            return context.get(Traceparent.class);
        }
        return context.hasKey(OBSERVATION) ? of(context.<Observation>get(OBSERVATION)) : null;
    }

    /** What somebody else wrote; null when it is not what it should be. */
    public static @Nullable Traceparent parse(@Nullable String text) {
        var read = VERSION_0.matcher(text == null ? "" : text);
        return read.matches()
                ? new Traceparent(
                        read.group(1), read.group(2), (Integer.parseInt(read.group(3), HEXADECIMAL) & SAMPLED) != 0)
                : null;
    }

    /** The same chain's context, belonging to this trace. */
    public static Context into(Context context, @Nullable Traceparent trace) {
        return trace == null ? context : context.put(Traceparent.class, trace);
    }

    static Traceparent of(TraceContext present) {
        return new Traceparent(present.traceId(), present.spanId(), Boolean.TRUE.equals(present.sampled()));
    }

    TraceContext as(Tracer tracer) {
        return tracer.traceContextBuilder()
                .traceId(traceId)
                .spanId(spanId)
                .sampled(sampled)
                .build();
    }

    /** As it is written. */
    public String text() {
        return "00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00");
    }

    private static @Nullable Traceparent of(Observation observation) {
        TracingContext tracing = observation.getContextView().get(TracingContext.class);
        return tracing == null || tracing.getSpan() == null
                ? null
                : of(tracing.getSpan().context());
    }
}
