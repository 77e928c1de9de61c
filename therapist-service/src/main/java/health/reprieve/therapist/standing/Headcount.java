package health.reprieve.therapist.standing;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Counts the roster, page by page. It sees all of it, as a manager does, and tells only numbers. */
public final class Headcount {

    private static final Actor.Manager THE_HOUSE = new Actor.Manager(new AccountId(new UUID(0, 0)));
    private static final int PAGE = 100;

    private final Roster roster;
    private final Clock clock;

    public Headcount(Roster roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    public Mono<Standing> now() {
        return roster.page(THE_HOUSE, null, PAGE)
                .expand(this::next)
                .flatMapIterable(page -> page)
                .collectList()
                .map(all -> Standing.of(all, clock.instant()));
    }

    private Mono<List<Therapist>> next(List<Therapist> page) {
        return page.size() < PAGE
                ? Mono.empty()
                : roster.page(THE_HOUSE, page.getLast().id(), PAGE);
    }
}
