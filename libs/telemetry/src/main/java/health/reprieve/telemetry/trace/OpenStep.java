package health.reprieve.telemetry.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;

record OpenStep(Tracer tracer, Span span) implements Step {

    @Override
    public Traceparent traceparent() {
        return Traceparent.of(span.context());
    }

    @Override
    public Step tag(SpanTag tag, String value) {
        span.tag(tag.key(), value);
        return this;
    }

    @Override
    public void failed(Throwable failure) {
        span.error(failure);
    }

    @Override
    public Entrance enter() {
        return tracer.withSpan(span)::close;
    }

    @Override
    public void end() {
        span.end();
    }
}
