package health.reprieve.frontdoor.session;

import health.reprieve.access.BrowserId;
import health.reprieve.access.Role;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.frontdoor.account.Account;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Begins, recognises and ends sessions. */
@Service
public final class SessionDesk {

    private final Sessions sessions;
    private final SessionLimits limits;
    private final Clock clock;

    public SessionDesk(Sessions sessions, SessionLimits limits, Clock clock) {
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A session, opened.
     *
     * @param token what the browser holds; it is kept nowhere else
     * @param browser the browser that holds it
     * @param identity who they are
     */
    public record Opened(SessionToken token, BrowserId browser, InnerIdentity identity) {}

    /** Who asks; empty when the token opens nothing, or no longer. */
    public Mono<Opened> recognise(SessionToken token) {
        var now = clock.instant();
        return sessions.find(SessionId.of(token))
                .flatMap(session -> opened(token, session, now).delayUntil(opened -> note(session, now)));
    }

    /** A session for a browser that has none. */
    public Mono<Opened> welcome() {
        return begin(BrowserId.random(), Role.VISITOR, null);
    }

    /**
     * A new session in place of the present one, so that nobody who knew the old token is signed in too.
     *
     * @param browser stays what it was
     * @return empty, with nothing changed, when the account may not wear the hat
     */
    public Mono<Opened> signIn(SessionToken before, BrowserId browser, Role hat, Account account) {
        return begin(browser, hat, account).delayUntil(opened -> sessions.end(SessionId.of(before)));
    }

    /** Ends the session at once; the token opens nothing any more. */
    public Mono<Void> signOut(SessionToken token) {
        return sessions.end(SessionId.of(token));
    }

    private Mono<Opened> begin(BrowserId browser, Role hat, @Nullable Account account) {
        var now = clock.instant();
        var token = SessionToken.random();
        var session = new Session(SessionId.of(token), browser, SessionToken.randomText(), hat, account, now, now);
        return opened(token, session, now).delayUntil(opened -> sessions.begin(session));
    }

    private Mono<Opened> opened(SessionToken token, Session session, Instant now) {
        return Mono.justOrEmpty(session.identity(limits, now))
                .map(identity -> new Opened(token, session.browser(), identity));
    }

    private Mono<Void> note(Session session, Instant now) {
        return session.isDueToBeNoted(limits, now) ? sessions.note(session.id(), now) : Mono.empty();
    }
}
