package health.reprieve.telemetry.metric;

import health.reprieve.telemetry.log.LogEvent;
import org.slf4j.event.Level;

/** What figures tell the log. */
enum MetricLogEvent implements LogEvent {
    ROUND_FAILED(
            "round-failed",
            Level.WARN,
            "What is looked up again and again for the figures could not be; they show unknown after a while.");

    private final String code;
    private final Level level;
    private final String meaning;

    MetricLogEvent(String code, Level level, String meaning) {
        this.code = code;
        this.level = level;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Level level() {
        return level;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
