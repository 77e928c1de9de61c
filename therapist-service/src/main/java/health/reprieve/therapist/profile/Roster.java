package health.reprieve.therapist.profile;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.database.Database;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All therapists of the house. Whatever changes one leaves here, together with the news of it. */
public final class Roster {

    private final Database database;
    private final Therapists therapists;
    private final Announcements announcements;
    private final Clock clock;

    public Roster(Database database, Therapists therapists, Announcements announcements, Clock clock) {
        this.database = database;
        this.therapists = therapists;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @throws TherapistRefused.TherapistUnknown through the Mono, if there is none that the actor may see */
    public Mono<Therapist> get(Actor actor, TherapistId id) {
        return therapists
                .find(actor, List.of(id))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .switchIfEmpty(Mono.error(TherapistRefused.TherapistUnknown::new));
    }

    /** Those of the given ones that the actor may see, in no order; at most 200 are asked for at once. */
    public Mono<List<Therapist>> find(Actor actor, Collection<TherapistId> ids) {
        return therapists.find(actor, ids);
    }

    /** Those that the actor may see, by id, at most so many after the given one. */
    public Mono<List<Therapist>> page(Actor actor, @Nullable TherapistId after, int most) {
        return therapists.page(actor, after, most);
    }

    /** Takes on a newcomer and announces it; false, and nothing done, if the house knows one of that id. */
    public Mono<Boolean> takeOn(Actor.Manager manager, Therapist newcomer) {
        return database.transaction(client -> therapists
                .add(manager, newcomer)
                .flatMap(added -> added ? announce(newcomer).thenReturn(true) : Mono.just(false)));
    }

    /**
     * Keeps the next version of a therapist and announces it.
     *
     * @param seen the version that the decision is based on
     * @param decision gives the next version
     * @throws TherapistRefused through the Mono, if the therapist is unknown or the version seen is not the newest
     */
    public Mono<Therapist> change(Actor.Manager manager, TherapistId id, long seen, UnaryOperator<Therapist> decision) {
        return database.transaction(client -> get(manager, id)
                .filter(known -> known.version() == seen)
                .map(decision)
                .flatMap(next -> keep(manager, next))
                .switchIfEmpty(Mono.error(() -> new TherapistRefused.VersionStale(seen))));
    }

    private Mono<Therapist> keep(Actor.Manager manager, Therapist next) {
        return therapists
                .replace(manager, next)
                .filter(replaced -> replaced)
                .flatMap(replaced -> announce(next).thenReturn(next));
    }

    private Mono<Void> announce(Therapist therapist) {
        return announcements.changed(therapist, clock.instant());
    }
}
