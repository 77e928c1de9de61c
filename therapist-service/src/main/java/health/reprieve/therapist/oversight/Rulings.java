package health.reprieve.therapist.oversight;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The book of rulings: it is only ever added to. */
public interface Rulings {

    Mono<Void> add(Actor.Manager manager, Ruling ruling);

    /** What a manager may read: the newest rulings on a therapist that led beyond a version, newest first, at most 20. */
    Mono<List<Ruling>> beyond(Actor actor, TherapistId therapist, long version);
}
