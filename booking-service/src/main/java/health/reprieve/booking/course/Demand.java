package health.reprieve.booking.course;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A course, or what is left of it, for which times are looked for.
 *
 * @param from the first day that may be looked at; the course begins within a week of it
 * @param begun whether {@code from} is the first day of a course that has begun; otherwise the rhythm gives it
 * @param standing the visits that have their time, by the number of their place
 * @param skipped numbers of places that get none
 */
record Demand(
        Dose dose,
        ZoneId zone,
        LocalDate from,
        boolean begun,
        Map<Integer, Choice> standing,
        Set<Integer> skipped,
        Wishes wishes) {

    Demand {
        standing = Map.copyOf(standing);
        skipped = Set.copyOf(skipped);
        if (wishes.days().size() < dose.mostPerWeek()) {
            throw new IllegalArgumentException("fewer days than visits in a week");
        }
    }

    /** A course of which nothing stands yet. */
    static Demand anew(Dose dose, ZoneId zone, LocalDate from, Wishes wishes) {
        return new Demand(dose, zone, from, false, Map.of(), Set.of(), wishes);
    }

    /** What is left of a course. */
    static Demand ofOpen(Course course, Wishes wishes) {
        return new Demand(
                course.dose(), course.zone(), course.firstDay(), true, course.chosen(), course.skipped(), wishes);
    }

    LocalDate firstDay(Rhythm rhythm) {
        return begun ? from : rhythm.firstDay(from);
    }

    /** The last day on which a visit can lie. */
    LocalDate lastDay() {
        return from.plusWeeks(begun ? dose.weeks() : dose.weeks() + 1L).minusDays(1);
    }

    /** The places without a visit. */
    Stream<Place> open() {
        return dose.places().stream()
                .filter(place -> !skipped.contains(place.number()) && !standing.containsKey(place.number()));
    }
}
