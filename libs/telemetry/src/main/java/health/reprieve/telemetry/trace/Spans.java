package health.reprieve.telemetry.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Opens the steps of a trace that no library opens for us. Each has a name that an operator understands, and says
 * nothing but kinds and ids. Where traces are not sent anywhere, a step is nothing and costs nothing.
 */
public final class Spans {

    private final @Nullable Tracer tracer;

    private Spans(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** @param tracer null where traces are not sent anywhere */
    public static Spans of(@Nullable Tracer tracer) {
        return new Spans(tracer);
    }

    /** Where traces are not sent anywhere. */
    public static Spans none() {
        return new Spans(null);
    }

    /** @param cause what it follows from; null: nothing that is known, so that it begins a trace of its own */
    public Step begin(Span.Kind kind, String name, @Nullable Traceparent cause) {
        if (tracer == null) {
            return new NoStep(cause);
        }
        var span = tracer.spanBuilder().kind(kind).name(name);
        return new OpenStep(tracer, (cause == null ? span.setNoParent() : span.setParent(cause.as(tracer))).start());
    }

    /** The step in which this thread is, by {@link Step#enter()}; null: in none. */
    public @Nullable Traceparent here() {
        var span = tracer == null ? null : tracer.currentSpan();
        return span == null ? null : Traceparent.of(span.context());
    }
}
