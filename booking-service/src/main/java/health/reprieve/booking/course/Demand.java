package health.reprieve.booking.course;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A course, or what is left of it, for which times are looked for.
 *
 * @param begun its first day; null: it has none yet, and begins within a week of {@code notBefore}
 * @param notBefore the first day that may be looked at
 * @param standing the visits that have their time, by the number of their place
 * @param skipped numbers of places that get none
 */
record Demand(
        Dose dose,
        ZoneId zone,
        @Nullable LocalDate begun,
        LocalDate notBefore,
        Map<Integer, Choice> standing,
        Set<Integer> skipped,
        Wishes wishes) {

    /** Whose week is over, or nearly, is made up for within so many days. */
    private static final int DAYS_TO_MAKE_UP = 14;

    Demand {
        standing = Map.copyOf(standing);
        skipped = Set.copyOf(skipped);
    }

    /** A course of which nothing stands yet. */
    static Demand anew(Dose dose, ZoneId zone, LocalDate from, Wishes wishes) {
        return new Demand(dose, zone, null, from, Map.of(), Set.of(), wishes);
    }

    /** What is left of a course. */
    static Demand ofOpen(Course course, LocalDate today, Wishes wishes) {
        return new Demand(
                course.dose(), course.zone(), course.firstDay(), today, course.chosen(), course.skipped(), wishes);
    }

    /** The places without a visit. */
    List<Place> open() {
        return dose.places().stream()
                .filter(place -> !skipped.contains(place.number()) && !standing.containsKey(place.number()))
                .toList();
    }

    /** The most visits that are looked for in one week. */
    int perWeek() {
        return open().stream().collect(Collectors.groupingBy(Place::week, Collectors.counting())).values().stream()
                .mapToInt(Long::intValue)
                .max()
                .orElse(0);
    }

    /**
     * Days of the week that are far enough apart for the dose.
     *
     * @throws CourseRefused.TooFewDays if there are fewer wished days than visits in a week
     * @throws CourseRefused.DoseImpossible if no wished days are far enough apart
     */
    List<Set<DayOfWeek>> daysThatFit() {
        int many = perWeek();
        if (wishes.days().size() < many) {
            throw new CourseRefused.TooFewDays(many);
        }
        var fitting = many == 0
                ? List.<Set<DayOfWeek>>of()
                : Rhythm.choices(wishes.days(), many).stream()
                        .filter(this::keepsSpacing)
                        .toList();
        if (many > 0 && fitting.isEmpty()) {
            throw new CourseRefused.DoseImpossible();
        }
        return fitting;
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
        return Duration.ofDays(least).compareTo(dose.leastApart()) >= 0;
    }

    LocalDate firstDay(Rhythm rhythm) {
        return begun == null ? rhythm.firstDay(notBefore) : begun;
    }

    /** The last day on which a visit can lie. */
    LocalDate lastDay() {
        var weeks = dose.weeks();
        var last = begun == null ? notBefore.plusWeeks(weeks + 1L) : begun.plusWeeks(weeks);
        var makingUp = notBefore.plusDays(DAYS_TO_MAKE_UP);
        return (last.isAfter(makingUp) ? last : makingUp).minusDays(1);
    }

    /** The days on which the visit of a place may lie: its week or, where that is over, the next days. */
    Stream<LocalDate> daysOf(Place place, LocalDate firstDay) {
        var weekBegins = firstDay.plusWeeks(place.week() - 1L);
        var from = weekBegins.isBefore(notBefore) ? notBefore : weekBegins;
        var until = weekBegins.isBefore(notBefore)
                ? notBefore.plusDays(DAYS_TO_MAKE_UP)
                : weekBegins.plusDays(Phase.DAYS_OF_A_WEEK);
        return from.datesUntil(until).filter(day -> wishes.days().contains(day.getDayOfWeek()));
    }

    /** When a rhythm wants the visits of the open places, as the clock shows it. */
    List<LocalDateTime> wanted(Rhythm rhythm) {
        var all = rhythm.wanted(dose, firstDay(rhythm));
        return open().stream()
                .map(place -> all.get(place.number() - 1))
                .map(ahead(rhythm))
                .toList();
    }

    private Function<LocalDateTime, LocalDateTime> ahead(Rhythm rhythm) {
        return wish -> wish.toLocalDate().isBefore(notBefore)
                ? rhythm.firstDay(notBefore).atTime(rhythm.time())
                : wish;
    }
}
