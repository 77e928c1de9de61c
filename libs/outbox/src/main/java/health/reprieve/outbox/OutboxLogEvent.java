package health.reprieve.outbox;

import health.reprieve.telemetry.log.LogEvent;
import org.slf4j.event.Level;

/** What outbox and inbox tell the log. */
enum OutboxLogEvent implements LogEvent {
    RELAY_TROUBLE(
            "outbox-relay-trouble",
            Level.WARN,
            "A pass of the relay failed, for the database or Kafka; it tries again by itself."),
    PUBLISH_INCOMPLETE(
            "outbox-publish-incomplete",
            Level.WARN,
            "Kafka did not take all of a batch; what is left is held back and tried again."),
    SEND_UNANSWERED("outbox-send-unanswered", Level.WARN, "Kafka took too long to answer; the events are sent again."),
    LEASE_OVERRUN(
            "outbox-lease-overrun",
            Level.WARN,
            "A relay slept beyond its lease (a pause of the JVM or the machine); the newest event of each key is sent again."),
    EVENT_NOT_SENT("event-not-sent", Level.WARN, "Kafka refused one event; it is sent again."),
    EVENT_NOT_HANDLED(
            "event-not-handled", Level.WARN, "A listener failed on an event; it is delivered again, or parked."),
    EVENT_PARKED(
            "event-parked",
            Level.ERROR,
            "An event could not be handled and lies on its topic's .dlt: find the cause, then send it once more."),
    NOT_CLEANED("outbox-not-cleaned", Level.WARN, "Old rows could not be deleted; it is tried again in a minute."),
    SEND_REFUSED("outbox-send-refused", Level.DEBUG, "A send of a batch failed; event-not-sent tells which."),
    RELAY_STOPPED("outbox-relay-stopped", Level.DEBUG, "The relay gave up a pass because the service stops."),
    LAST_PASS_FAILED(
            "outbox-last-pass-failed", Level.DEBUG, "The service stopped with news unsent; its next start sends it."),
    LEASE_NOT_RETURNED(
            "outbox-lease-not-returned",
            Level.DEBUG,
            "The relay's lease could not be given back; it runs out by itself."),
    FORGETTING_STOPPED(
            "outbox-forgetting-stopped", Level.DEBUG, "Deleting of old rows ended because the service stops.");

    private final String code;
    private final Level level;
    private final String meaning;

    OutboxLogEvent(String code, Level level, String meaning) {
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
