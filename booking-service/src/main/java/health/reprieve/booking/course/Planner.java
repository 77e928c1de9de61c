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

    private static final int TIMES_LOOKED_AT = 48;

    private static final Duration UNLIKE = Duration.ofHours(2);

    private static final Comparator<Draft> BEST_FIRST = Comparator.comparingLong((Draft draft) -> -draft.regular)
            .thenComparingLong(draft -> -draft.placed)
            .thenComparingInt(draft -> draft.rank)
            .thenComparing(draft -> draft.first)
            .thenComparing(draft -> draft.rhythm.time())
            .thenComparing(draft -> new TreeSet<>(draft.rhythm.days()).toString());

    private final Demand demand;
    private final List<Set<DayOfWeek>> days;
    private final FreeStarts free;

    /** @param days from which the days of a rhythm are chosen: {@link Demand#daysThatFit} */
    Planner(Demand demand, List<Set<DayOfWeek>> days, FreeStarts free) {
        this.demand = demand;
        this.days = days;
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
     * @param first the first of the starts
     * @param placed how many of them anybody has free
     * @param regular how many of them the therapist has free
     * @param rank of the therapist, 0 suits best
     */
    private record Draft(Rhythm rhythm, TherapistId therapist, int rank, Instant first, long placed, long regular) {

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
        var times = times();
        return days.stream()
                .flatMap(some -> times.stream().map(time -> new Rhythm(some, time)))
                .flatMap(rhythm -> draft(rhythm, therapists).stream());
    }

    /** With the therapist who has most of it free. */
    private Optional<Draft> draft(Rhythm rhythm, List<TherapistId> therapists) {
        var starts = demand.wanted(rhythm).stream()
                .map(wanted -> LocalInstant.of(wanted, demand.zone()))
                .flatMap(Planner::once)
                .toList();
        long placed =
                starts.stream().filter(start -> free.bestAt(start).isPresent()).count();
        return IntStream.range(0, therapists.size())
                .mapToObj(rank -> new Draft(
                        rhythm,
                        therapists.get(rank),
                        rank,
                        starts.stream().findFirst().orElse(Instant.MAX),
                        placed,
                        regular(starts, therapists.get(rank))))
                .min(BEST_FIRST);
    }

    private long regular(List<Instant> starts, TherapistId therapist) {
        return starts.stream()
                .filter(start -> free.has(new Choice(start, therapist)))
                .count();
    }

    private List<TherapistId> therapists() {
        var wished = demand.wishes().therapist();
        return wished == null
                ? free.bestFirst().stream().limit(THERAPISTS_LOOKED_AT).toList()
                : List.of(wished);
    }

    /** Not more than some, spread over the day: in a clinic with starts a minute apart nobody misses the others. */
    private List<LocalTime> times() {
        var wishes = demand.wishes();
        if (wishes.isOneTime()) {
            return List.of(wishes.earliest());
        }
        var all = free.times().stream().filter(wishes::allow).toList();
        int each = (all.size() + TIMES_LOOKED_AT - 1) / TIMES_LOOKED_AT;
        return IntStream.range(0, all.size())
                .filter(i -> i % Math.max(1, each) == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Nothing where clocks leave that time out, or show it twice. */
    private static Stream<Instant> once(LocalInstant local) {
        return local instanceof LocalInstant.Once(var instant) ? Stream.of(instant) : Stream.empty();
    }

    private Plan plan(Draft draft) {
        return new PlanFilling(demand, free, draft.rhythm, draft.therapist).plan();
    }
}
