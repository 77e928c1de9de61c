package health.reprieve.therapist.profile;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where therapists are kept. A manager sees each, a therapist herself, everybody else none. */
public interface Therapists {

    /** Those of the given ones that the actor may see; at most 200 are asked for at once. */
    Mono<List<Therapist>> find(Actor actor, Collection<TherapistId> ids);

    /**
     * A page of those that the actor may see, by id.
     *
     * @param after the last one of the page before; null: from the start
     * @param most at most so many
     */
    Mono<List<Therapist>> page(Actor actor, @Nullable TherapistId after, int most);

    /** Keeps a newcomer; false, and nothing changed, if there is one of that id already. */
    Mono<Boolean> add(Actor.Manager manager, Therapist newcomer);

    /** Keeps the next version; false, and nothing changed, if the one kept is not the version just before it. */
    Mono<Boolean> replace(Actor.Manager manager, Therapist next);
}
