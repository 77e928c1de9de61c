package health.reprieve.settings;

import health.reprieve.telemetry.log.LogEvent;
import org.slf4j.event.Level;

/** What a service tells the log that does not start. */
enum SettingsLogEvent implements LogEvent {
    START_REFUSED(
            "start-refused",
            Level.ERROR,
            "The service does not start: the line says which setting is wrong, and where to put it right.");

    private final String code;
    private final Level level;
    private final String meaning;

    SettingsLogEvent(String code, Level level, String meaning) {
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
