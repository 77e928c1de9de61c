package health.reprieve.telemetry.trace;

import org.jspecify.annotations.Nullable;

/**
 * A step of which nobody is told.
 *
 * @param traceparent what it follows from, handed on for those who do tell
 */
record NoStep(@Nullable Traceparent traceparent) implements Step {

    @Override
    public Step tag(SpanTag tag, String value) {
        return this;
    }

    @Override
    public void failed(Throwable failure) {}

    @Override
    public Entrance enter() {
        return () -> {};
    }

    @Override
    public void end() {}
}
