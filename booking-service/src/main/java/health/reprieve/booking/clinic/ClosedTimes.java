package health.reprieve.booking.clinic;

import health.reprieve.access.AccountId;
import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** When clinics, their rooms and therapists cannot be had. */
public interface ClosedTimes {

    /** All that touch the span, however many, in order of time. */
    Mono<List<ClosedTime>> within(ClinicId clinic, TimeRange span);

    /**
     * Those that are not over, in order of time.
     *
     * @param after the last one of the page before; null: from the first
     */
    Mono<List<Counted>> page(ClinicId clinic, Instant now, @Nullable ClosedTime after, int most);

    /** Empty when the clinic has none of that id. */
    Mono<Counted> find(ClinicId clinic, ClosedTimeId id);

    /** That of the id, wherever; until the surrounding transaction ends, nobody takes it back. Empty when there is none. */
    Mono<ClosedTime> standing(ClosedTimeId id);

    /**
     * Whether it is new; nothing is written when there is one of that id already, wherever. The visits that stand in a new one
     * are asked to be examined.
     */
    Mono<Boolean> add(ClosedTime closed, AccountId by, Instant now);

    /** Takes it back, if it is there. */
    Mono<Void> remove(ClinicId clinic, ClosedTimeId id);

    /** Whether the therapist has hours at the clinic. */
    Mono<Boolean> works(TherapistId therapist, ClinicId clinic);

    /**
     * A closed time.
     *
     * @param visits that were booked into it, stand there still and have not lost anything yet
     */
    record Counted(ClosedTime closed, long visits) {}
}
