package health.reprieve.booking.course;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Visits on the same days of each week, at the same time by the clock of the clinic: what is regular is kept.
 *
 * @param days one or more
 */
public record Rhythm(Set<DayOfWeek> days, LocalTime time) {

    public Rhythm {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a rhythm has a day");
        }
        days = Set.copyOf(days);
    }

    /** The first day from a given one on that is one of the rhythm's. */
    LocalDate firstDay(LocalDate from) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * When the visits of a dose would be. The weeks of a course begin on the day of its first visit.
     *
     * @param firstDay of the course
     * @return as the clock shows it, in the order of the places
     */
    List<LocalDateTime> wanted(Dose dose, LocalDate firstDay) {
        var wanted = new ArrayList<LocalDateTime>();
        for (var place : dose.places()) {
            var weekBegins = firstDay.plusWeeks(place.week() - 1L);
            wanted.add(dayOf(weekBegins, place.ofWeek()).atTime(time));
        }
        return List.copyOf(wanted);
    }

    /** The n-th of the rhythm's days in a week; in a week with more visits than the rhythm has days, its last one. */
    private LocalDate dayOf(LocalDate weekBegins, int n) {
        var inOrder = Stream.iterate(weekBegins, day -> day.plusDays(1))
                .limit(Phase.DAYS_OF_A_WEEK)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .toList();
        return inOrder.get(Math.min(n, inOrder.size()) - 1);
    }

    /** Every choice of so many days out of some. */
    static List<Set<DayOfWeek>> choices(Set<DayOfWeek> some, int many) {
        var found = new ArrayList<Set<DayOfWeek>>();
        choose(List.copyOf(EnumSet.copyOf(some)), many, EnumSet.noneOf(DayOfWeek.class), found);
        return found;
    }

    private static void choose(List<DayOfWeek> left, int many, Set<DayOfWeek> chosen, List<Set<DayOfWeek>> found) {
        if (many == 0) {
            found.add(Set.copyOf(chosen));
            return;
        }
        for (int i = 0; i <= left.size() - many; i++) {
            var one = EnumSet.of(left.get(i));
            one.addAll(chosen);
            choose(left.subList(i + 1, left.size()), many - 1, one, found);
        }
    }
}
