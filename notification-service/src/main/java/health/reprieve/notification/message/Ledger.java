package health.reprieve.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The book of all messages. Any number of senders, in any number of processes, may work on it together. */
public interface Ledger {

    /** Writes the message down, in the surrounding transaction. One that stands there already is left as it is. */
    Mono<Void> queue(Message message);

    /**
     * Takes the most urgent message that is due and that nobody else has, for the length of a lease. Of one appointment
     * only one message is in sending at a time, so that the older can never overtake the newer.
     */
    Mono<Optional<Message>> claim(Instant now);

    /** Enters the end of a try. False: the lease had run out and somebody else has taken the message over. */
    Mono<Boolean> settle(Message message, Settlement settlement, Instant now);

    /** Finds messages whose sender fell silent within its lease: whether they were sent is unknown, they are due at once. */
    Mono<List<Template>> recoverLapsed(Instant now);

    /** What is not finished, by template and state. */
    Mono<List<Backlog>> backlog(Instant now);

    /**
     * @param due how many of them should have been sent by now
     * @param oldestQueuedAt since when the longest-waiting of them should have been sent
     */
    record Backlog(Template template, MessageState state, long messages, long due, Instant oldestQueuedAt) {}
}
