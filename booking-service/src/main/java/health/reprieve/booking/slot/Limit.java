package health.reprieve.booking.slot;

import java.time.Duration;

/**
 * How much a therapist works at most. Days and weeks are the clinic's, weeks begin on Monday, and a visit counts where it
 * starts. Hands-on time is weighed: deep work counts for more than it lasts.
 */
public sealed interface Limit {

    record VisitsPerDay(int most) implements Limit {}

    record VisitsPerWeek(int most) implements Limit {}

    record HandsOnPerDay(Duration most) implements Limit {}

    record HandsOnPerWeek(Duration most) implements Limit {}

    /** @param pause a gap of at least that much ends a run; shorter ones do not count as time worked */
    record HandsOnInARun(Duration most, Duration pause) implements Limit {}
}
