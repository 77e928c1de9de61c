package health.reprieve.frontdoor.session;

import health.reprieve.access.Role;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Where sessions are kept. */
public interface Sessions {

    /** The session with its account as it is now; empty when there is none of that name. */
    Mono<Session> find(SessionId id);

    /** Keeps a new session. */
    Mono<Void> begin(Session session);

    /** Notes that somebody was here, unless a newer request has noted it already. */
    Mono<Void> note(SessionId id, Instant seenAt);

    /** Ends a session at once. */
    Mono<Void> end(SessionId id);

    /** How many are not over, by the hat they wear. */
    Mono<Map<Role, Long>> live(SessionLimits limits, Instant now);

    /** Lets go of sessions without a request since then, a bounded number at a time. Gives how many. */
    Mono<Long> forget(Instant notSeenSince);
}
