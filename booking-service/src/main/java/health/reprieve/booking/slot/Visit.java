package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What occupies a therapist: a visit or a hold, at whichever clinic.
 *
 * @param rest that was agreed for it
 * @param effort hands-on time it counts for
 */
public record Visit(TimeRange time, Margin rest, Duration effort) {

    /** Earliest first, as the rules want them. */
    static List<Visit> inOrder(List<Visit> visits) {
        return visits.stream().sorted(Comparator.comparing(Visit::time)).toList();
    }

    /** The hands-on time of a session that lasts that long and weighs that much, in whole seconds. */
    static Duration effort(Duration length, double weight) {
        return Duration.ofSeconds(Math.round(length.toSeconds() * weight));
    }
}
