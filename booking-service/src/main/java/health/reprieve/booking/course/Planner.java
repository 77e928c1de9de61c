package health.reprieve.booking.course;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.slot.LocalInstant;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds sets of times that meet a dose. First it looks for the days, the time and the therapist that are free together in
 * most weeks; then it looks after the visits for which they are not.
 */
final class Planner {

    /** To look at more of them costs time, and the tenth best suited is seldom wanted. */
    private static final int THERAPISTS_LOOKED_AT = 10;

    private static final Duration UNLIKE = Duration.ofHours(2);

    private static final Comparator<Draft> BEST_FIRST = Comparator.comparingLong((Draft draft) -> -draft.regular)
            .thenComparingLong(draft -> -draft.placed)
            .thenComparingInt(draft -> draft.rank)
            .thenComparing(draft ->
                    draft.starts.stream().flatMap(Optional::stream).findFirst().orElse(Instant.MAX))
            .thenComparing(draft -> draft.rhythm.time())
            .thenComparing(draft -> new TreeSet<>(draft.rhythm.days()).toString());

    private final Demand demand;
    private final FreeStarts free;

    Planner(Demand demand, FreeStarts free) {
        this.demand = demand;
        this.free = free;
    }

    /** The best plans, at different times of the day, and on different days as far as there are any. */
    List<Plan> plans(int most) {
        var drafts = drafts().sorted(BEST_FIRST).toList();
        var chosen = new ArrayList<Draft>();
        choose(drafts, most, Draft::isUnlike, chosen);
        choose(drafts, most, Draft::isAtOtherTime, chosen);
        return chosen.stream().sorted(BEST_FIRST).map(this::plan).toList();
    }

    private static void choose(List<Draft> drafts, int most, BiPredicate<Draft, Draft> unlike, List<Draft> chosen) {
        for (var draft : drafts) {
            if (chosen.size() < most && chosen.stream().allMatch(other -> unlike.test(draft, other))) {
                chosen.add(draft);
            }
        }
    }

    /**
     * A rhythm with a therapist.
     *
     * @param starts when each open visit would be; empty where clocks leave that time out, or show it twice
     * @param placed how many of them anybody has free
     * @param regular how many of them the therapist has free
     * @param rank of the therapist, 0 suits best
     */
    private record Draft(
            Rhythm rhythm, TherapistId therapist, int rank, List<Optional<Instant>> starts, long placed, long regular) {

        boolean isUnlike(Draft other) {
            return !rhythm.days().equals(other.rhythm.days()) && isAtOtherTime(other);
        }

        boolean isAtOtherTime(Draft other) {
            var apart = Duration.between(rhythm.time(), other.rhythm.time()).abs();
            return apart.compareTo(UNLIKE) >= 0;
        }
    }

    private Stream<Draft> drafts() {
        var therapists = therapists();
        return rhythms().flatMap(rhythm -> drafts(rhythm, therapists));
    }

    private Stream<Draft> drafts(Rhythm rhythm, List<TherapistId> therapists) {
        var starts = starts(rhythm);
        var known = starts.stream().flatMap(Optional::stream).toList();
        long placed =
                known.stream().filter(start -> free.bestAt(start).isPresent()).count();
        return IntStream.range(0, therapists.size()).mapToObj(rank -> {
            var therapist = therapists.get(rank);
            long regular = known.stream()
                    .filter(start -> free.has(new Choice(start, therapist)))
                    .count();
            return new Draft(rhythm, therapist, rank, starts, placed, regular);
        });
    }

    private List<TherapistId> therapists() {
        var wished = demand.wishes().therapist();
        return wished == null
                ? free.bestFirst().stream().limit(THERAPISTS_LOOKED_AT).toList()
                : List.of(wished);
    }

    private Stream<Rhythm> rhythms() {
        var wishes = demand.wishes();
        var times = times();
        return Rhythm.choices(wishes.days(), demand.dose().mostPerWeek()).stream()
                .filter(this::keepsSpacing)
                .flatMap(days -> times.stream().map(time -> new Rhythm(days, time)));
    }

    private NavigableSet<LocalTime> times() {
        var wishes = demand.wishes();
        var times = new TreeSet<LocalTime>();
        if (wishes.earliest().equals(wishes.latest())) {
            times.add(wishes.earliest());
        } else {
            free.times().stream().filter(wishes::allow).forEach(times::add);
        }
        return times;
    }

    /** Whether days of the week, one after the other and round to the first one, are far enough apart. */
    private boolean keepsSpacing(Set<DayOfWeek> days) {
        var inOrder = new TreeSet<>(days).stream().map(DayOfWeek::getValue).toList();
        int week = Phase.DAYS_OF_A_WEEK;
        int least = IntStream.range(0, inOrder.size())
                .map(i -> i + 1 < inOrder.size()
                        ? inOrder.get(i + 1) - inOrder.get(i)
                        : inOrder.getFirst() + week - inOrder.get(i))
                .min()
                .orElseThrow();
        return Duration.ofDays(least).compareTo(demand.dose().leastApart()) >= 0;
    }

    private List<Optional<Instant>> starts(Rhythm rhythm) {
        var dose = demand.dose();
        var wanted = rhythm.wanted(dose, demand.firstDay(rhythm));
        return demand.open()
                .map(place -> LocalInstant.of(wanted.get(place.number() - 1), demand.zone()))
                .map(Planner::once)
                .toList();
    }

    private static Optional<Instant> once(LocalInstant local) {
        return local instanceof LocalInstant.Once(var instant) ? Optional.of(instant) : Optional.empty();
    }

    private Plan plan(Draft draft) {
        return new PlanFilling(demand, free, draft.rhythm, draft.therapist).plan();
    }
}
