package health.reprieve.notification;

import health.reprieve.telemetry.log.LogEvent;
import org.slf4j.event.Level;

/** What notification-service tells the log. */
public enum NotificationLogEvent implements LogEvent {
    EVENT_SKIPPED(
            "event-skipped",
            Level.INFO,
            "An event of a type or version that this release does not know was passed over; a newer one may be needed."),
    MESSAGE_DEFERRED("message-deferred", Level.WARN, "The mail server did not take a mail; it is tried again later."),
    MESSAGE_REFUSED(
            "message-refused",
            Level.WARN,
            "The mail server will never take a mail: somebody should call the recipient."),
    MESSAGE_UNKNOWN(
            "message-unknown", Level.WARN, "The mail server's last word was lost; the mail may be sent once more."),
    MESSAGE_EXPIRED("message-expired", Level.WARN, "A mail was not sent in time and is of no use any more."),
    MESSAGE_ACCEPTED("message-accepted", Level.DEBUG, "The mail server took a mail."),
    MESSAGE_SUPERSEDED("message-superseded", Level.DEBUG, "A mail was not sent, since something newer has been heard."),
    MESSAGE_LEASE_LOST(
            "message-lease-lost",
            Level.WARN,
            "A sender was silent for longer than its lease, and another has taken the mail over: it may arrive twice."),
    MESSAGE_NOT_WRITTEN(
            "message-not-written",
            Level.ERROR,
            "A mail could not be written: a mistake of ours, or the database. It is tried again."),
    MESSAGE_SENDING_FAILED(
            "message-sending-failed", Level.WARN, "A round of sending failed; the next look tries again."),
    MESSAGE_TENDING_FAILED(
            "message-tending-failed", Level.WARN, "Looking after the ledger failed; the next look tries again."),
    SIGN_IN_UNOPENABLE(
            "sign-in-unopenable",
            Level.ERROR,
            "A sealed sign-in code does not open: the keys of front door and notification-service do not fit."),
    SMTP_UNREACHABLE(
            "smtp-unreachable", Level.WARN, "No connection to the mail server; mails wait and are tried again.");

    private final String code;
    private final Level level;
    private final String meaning;

    NotificationLogEvent(String code, Level level, String meaning) {
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
