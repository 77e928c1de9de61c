package health.reprieve.booking.probe;

import health.reprieve.telemetry.log.LogEvent;
import org.slf4j.event.Level;

/** What the bookings of the house itself tell the log. */
enum ProbeLogEvent implements LogEvent {
    NOT_TIDIED(
            "booking-probe-not-tidied",
            Level.WARN,
            "What a booking of the house itself wrote could not be thrown away; the next one does it.");

    private final String code;
    private final Level level;
    private final String meaning;

    ProbeLogEvent(String code, Level level, String meaning) {
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
