package health.reprieve.frontdoor;

import health.reprieve.telemetry.log.LogEvent;
import org.slf4j.event.Level;

/** What the front door tells the log. */
enum FrontDoorLogEvent implements LogEvent {
    HOUSEKEEPING_FAILED(
            "housekeeping-failed",
            Level.WARN,
            "Sessions and codes that are over could not be deleted; it is tried again in a minute.");

    private final String code;
    private final Level level;
    private final String meaning;

    FrontDoorLogEvent(String code, Level level, String meaning) {
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
