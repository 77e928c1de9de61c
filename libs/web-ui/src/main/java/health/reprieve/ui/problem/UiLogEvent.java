package health.reprieve.ui.problem;

import health.reprieve.telemetry.log.LogEvent;
import org.slf4j.event.Level;

/** What every web door tells the log. */
enum UiLogEvent implements LogEvent {
    UNEXPECTED_FAILURE(
            "unexpected-failure",
            Level.ERROR,
            "Somebody was answered with a 500: a mistake of ours. The line names the reference they were shown."),
    ANSWER_BROKEN_OFF(
            "answer-broken-off",
            Level.WARN,
            "An answer that had begun could not be finished: what made it failed, or whoever waited for it went away.");

    private final String code;
    private final Level level;
    private final String meaning;

    UiLogEvent(String code, Level level, String meaning) {
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
