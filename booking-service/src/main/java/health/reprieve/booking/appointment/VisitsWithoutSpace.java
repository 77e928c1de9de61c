package health.reprieve.booking.appointment;

import health.reprieve.booking.clinic.ClinicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The visits that have lost their space, for what the house does by itself. */
public interface VisitsWithoutSpace {

    /**
     * Those of a clinic that are still to come, oldest booking first.
     *
     * @param after the last one of the page before; null: from the first
     */
    Mono<List<Appointment>> oldestFirst(ClinicId clinic, Instant now, @Nullable Appointment after, int most);
}
