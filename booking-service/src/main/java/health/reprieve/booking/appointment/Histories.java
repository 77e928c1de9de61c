package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import java.util.List;
import reactor.core.publisher.Mono;

/** What was done with visits. */
public interface Histories {

    /** The latest 200 things that were done with a visit, first to last; none where the visit is not the actor's to see. */
    Mono<List<HistoryEntry>> of(Actor actor, AppointmentId id);
}
