package health.reprieve.telemetry.trace;

import org.jspecify.annotations.Nullable;

/** One step of a trace, until it ends. */
public sealed interface Step permits OpenStep, NoStep {

    /** What follows from this step continues from here; null: there is no trace. */
    @Nullable Traceparent traceparent();

    /** @param value a kind or an id, never what a person wrote */
    Step tag(SpanTag tag, String value);

    /** Only the kind of the failure is kept, not its text. */
    void failed(Throwable failure);

    /** Until the entrance is left, what this thread logs names the trace. */
    Entrance enter();

    void end();

    /** Left by the thread that entered. */
    @FunctionalInterface
    interface Entrance extends AutoCloseable {

        @Override
        void close();
    }
}
