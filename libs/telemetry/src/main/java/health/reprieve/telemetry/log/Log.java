package health.reprieve.telemetry.log;

import health.reprieve.telemetry.trace.Traceparent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The one door to the log. Whoever has something to tell names the {@link LogEvent} first; its code stands at the
 * beginning of a readable line, and as {@code event.code} in a structured one. What follows never quotes a person, what
 * they wrote, or the text of a failure that may do so.
 */
public final class Log {

    private static final String EVENT_CODE = "event.code";
    private static final String TRACE_ID = "trace.id";

    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    public static Log of(Class<?> whose) {
        return new Log(LoggerFactory.getLogger(whose));
    }

    /** Begins a line; its {@code log} ends it. */
    public LoggingEventBuilder event(LogEvent event) {
        return logger.atLevel(event.level()).addKeyValue(EVENT_CODE, event.code());
    }

    /**
     * Begins a line in a chain, where the thread does not know the trace.
     *
     * @param trace the one that the line belongs to; null: none
     */
    public LoggingEventBuilder event(LogEvent event, @Nullable Traceparent trace) {
        var line = event(event);
        // a thread that knows it names it by itself, and a structured line must not name it twice
        return trace == null || MDC.get(TRACE_ID) != null ? line : line.addKeyValue(TRACE_ID, trace.traceId());
    }
}
