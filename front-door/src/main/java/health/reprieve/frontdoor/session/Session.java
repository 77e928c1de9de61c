package health.reprieve.frontdoor.session;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.Role;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.token.SessionReference;
import health.reprieve.frontdoor.account.Account;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the house remembers of one browser between two requests.
 *
 * @param id a hash of what the browser holds
 * @param browser survives signing in, so that a held time stays held
 * @param formSecret what the form tokens of this session are made of
 * @param hat the role that is worn; one at a time
 * @param account null for a visitor
 * @param createdAt when it began, or began anew by signing in
 * @param seenAt the last request, to the minute
 */
public record Session(
        SessionId id,
        BrowserId browser,
        String formSecret,
        Role hat,
        @Nullable Account account,
        Instant createdAt,
        Instant seenAt) {

    /** Who asks; empty when the session is over, or its account may no longer wear the hat. */
    public Optional<InnerIdentity> identity(SessionLimits limits, Instant now) {
        return isOver(limits.of(hat), now) ? Optional.empty() : actor().map(this::withReference);
    }

    /** Whether the last request lies back far enough to be noted again. */
    public boolean isDueToBeNoted(SessionLimits limits, Instant now) {
        return !seenAt.plus(limits.noteEvery()).isAfter(now);
    }

    private boolean isOver(SessionLimits.Limit limit, Instant now) {
        return !now.isBefore(seenAt.plus(limit.idle())) || !now.isBefore(createdAt.plus(limit.longest()));
    }

    private Optional<Actor> actor() {
        return account == null ? Optional.of(new Actor.Visitor(browser)) : account.wearing(hat, browser);
    }

    private InnerIdentity withReference(Actor actor) {
        return new InnerIdentity(actor, new SessionReference(id.value(), formSecret));
    }
}
