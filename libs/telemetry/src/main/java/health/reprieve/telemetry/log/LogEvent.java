package health.reprieve.telemetry.log;

import org.slf4j.event.Level;

/**
 * Something that a service tells its log of. Each module that logs has an enum of these; {@code docs/log-events.md} is
 * made from all of them.
 */
public interface LogEvent {

    /** What stands in every such line, and nowhere else, such as {@code event-parked}: to count by, and to search for. */
    String code();

    Level level();

    /** What has happened, and what there is to do, in a sentence for whoever looks after the system. */
    String meaning();
}
