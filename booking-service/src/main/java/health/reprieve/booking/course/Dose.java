package health.reprieve.booking.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much treatment, how often, for how long: what was found to help in trials was always a dose, never a single visit
 * (domain notes, 2.1).
 *
 * @param length of each visit
 * @param phases one after the other, such as twice a week at first and weekly afterwards
 * @param leastApart elapsed time from one start to the next, at least
 * @param reviewAfter numbers of the visits after which somebody looks whether it helps, rising
 */
public record Dose(Duration length, List<Phase> phases, Duration leastApart, List<Integer> reviewAfter) {

    /** More than a year of visits twice a week is no course but a life. */
    public static final int MOST_VISITS = 100;

    public Dose {
        phases = List.copyOf(phases);
        reviewAfter = reviewAfter.stream().sorted().distinct().toList();
        if (phases.isEmpty() || !length.isPositive() || !leastApart.isPositive()) {
            throw new IllegalArgumentException("a dose has a length and at least one phase");
        }
    }

    /** How many visits it is. */
    public int visits() {
        return phases.stream().mapToInt(Phase::visits).sum();
    }

    public int weeks() {
        return phases.stream().mapToInt(Phase::weeks).sum();
    }

    /** The places of its visits, first to last. */
    public List<Place> places() {
        var places = new ArrayList<Place>();
        int week = 1;
        for (var phase : phases) {
            for (int i = 0; i < phase.visits(); i++) {
                places.add(new Place(
                        places.size() + 1, week + phase.pauseWeeks() + i / phase.perWeek(), i % phase.perWeek() + 1));
            }
            week += phase.weeks();
        }
        return List.copyOf(places);
    }

    /** How many days may lie between the visit at a place and the one before it. */
    int mostDaysBefore(Place place) {
        int passed = 0;
        for (var phase : phases) {
            passed += phase.visits();
            if (place.number() <= passed) {
                return phase.mostDaysApart();
            }
        }
        throw new IllegalArgumentException("no visit %d in this dose".formatted(place.number()));
    }

    /** Whether two starts are far enough apart, whichever comes first. */
    boolean areApart(Instant one, Instant other) {
        var least = leastApart.compareTo(length) > 0 ? leastApart : length;
        return Duration.between(one, other).abs().compareTo(least) >= 0;
    }

    /** @throws CourseRefused.TooClose when one of the new starts is too near to another new one, or to one that stands */
    void requireApart(Map<Integer, Choice> choices, Map<Integer, Choice> standing) {
        var all = new TreeMap<>(standing);
        all.putAll(choices);
        for (var one : choices.entrySet()) {
            for (var other : all.entrySet()) {
                if (!other.getKey().equals(one.getKey())
                        && !areApart(one.getValue().start(), other.getValue().start())) {
                    throw new CourseRefused.TooClose(
                            Math.min(one.getKey(), other.getKey()), Math.max(one.getKey(), other.getKey()));
                }
            }
        }
    }

    /** The same with more visits at its end. */
    Dose with(Phase more) {
        return new Dose(length, Stream.concat(phases.stream(), Stream.of(more)).toList(), leastApart, reviewAfter);
    }
}
