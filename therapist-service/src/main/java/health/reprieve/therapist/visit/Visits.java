package health.reprieve.therapist.visit;

import health.reprieve.access.Actor;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where visits are kept. A therapist sees her own, everybody else none. */
public interface Visits {

    /** The actor's own visits of one day, each day counted where its clinic is, by start. */
    Mono<List<Visit>> on(Actor actor, LocalDate day);

    /** Keeps what a system has told of a visit, unless something newer is known of it. */
    Mono<Void> keep(Actor.Machine teller, Visit visit);
}
