package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as it matters for times. What is not known rules nothing out.
 *
 * @param busy other visits, wherever
 */
public record PatientConstraints(
        List<TimeRange> busy, List<Blackout> blackouts, List<RegionLimit> regionLimits, List<Treatment> treatments) {

    /** Nobody is known yet. */
    public static final PatientConstraints UNKNOWN = new PatientConstraints(List.of(), List.of(), List.of(), List.of());

    public PatientConstraints {
        busy = List.copyOf(busy);
        blackouts = List.copyOf(blackouts);
        regionLimits = List.copyOf(regionLimits);
        treatments = List.copyOf(treatments);
    }

    /** Somebody of whom nothing but other visits is known. */
    public static PatientConstraints busyAt(List<TimeRange> busy) {
        return new PatientConstraints(busy, List.of(), List.of(), List.of());
    }

    /**
     * A while without any treatment.
     *
     * @param reason a code, such as that of the procedure around which it lies
     */
    public record Blackout(TimeRange time, String reason) {}

    /**
     * A while in which a region bears little.
     *
     * @param maxPressure from 0, which is a still hold, to 5; a session with more on that region is refused
     */
    public record RegionLimit(TimeRange time, Region region, int maxPressure) {

        boolean forbids(Session session) {
            return session.pressure().entrySet().stream()
                    .anyMatch(worked -> worked.getValue() > maxPressure && concerns(worked.getKey()));
        }

        private boolean concerns(Region worked) {
            return region.equals(Region.ALL) || worked.equals(Region.ALL) || region.equals(worked);
        }
    }

    /**
     * A treatment that keeps others at a distance.
     *
     * @param start of it
     * @param spacing elapsed time from one start to the other, at least
     */
    public record Treatment(Instant start, Duration spacing) {

        /**
         * A treatment as the one that is asked for sees it: the larger of what the two keep counts.
         *
         * @param its null: it keeps no distance
         * @param asked null: the one that is asked for keeps none
         * @return empty when neither does
         */
        public static Optional<Treatment> beside(Instant start, @Nullable Duration its, @Nullable Duration asked) {
            return Stream.of(Optional.ofNullable(its), Optional.ofNullable(asked))
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder())
                    .map(apart -> new Treatment(start, apart));
        }

        /** Whether a treatment that starts then is too close. */
        public boolean forbids(Instant other) {
            return Duration.between(start, other).abs().compareTo(spacing) < 0;
        }
    }
}
