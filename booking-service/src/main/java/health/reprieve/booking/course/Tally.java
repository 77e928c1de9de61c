package health.reprieve.booking.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of a dose is planned, booked, given and missed.
 *
 * @param planned visits of the dose, those left out not counted; of a stopped course what stands of it
 * @param booked that are to come, or wait for approval or another therapist
 * @param delivered that were given
 * @param missed to which nobody came, made up for or not
 * @param skipped that are left out on purpose
 * @param weeks from the first on
 */
public record Tally(int planned, int booked, int delivered, int missed, int skipped, List<Week> weeks) {

    public Tally {
        weeks = List.copyOf(weeks);
    }

    /**
     * One week of a course. A visit counts in the week in which it lies.
     *
     * @param number from 1
     * @param firstDay of its seven days
     */
    public record Week(int number, LocalDate firstDay, int planned, int booked, int delivered) {

        /** Whether fewer visits are given or booked than planned. */
        public boolean isBelowDose() {
            return booked + delivered < planned;
        }
    }

    public static Tally of(Course course) {
        var standing = List.copyOf(course.standing().values());
        int delivered = (int) standing.stream().filter(CourseVisit::isDelivered).count();
        int missed =
                (int) course.visits().stream().filter(CourseVisit::isMissed).count();
        return new Tally(
                course.stoppedAt() == null ? course.dose().visits() - course.leftOut() : standing.size(),
                standing.size() - delivered,
                delivered,
                missed,
                course.leftOut(),
                weeks(course, standing));
    }

    /** How many visits of the dose are neither given nor booked. */
    public int shortfall() {
        return Math.max(0, planned - booked - delivered);
    }

    private static List<Week> weeks(Course course, List<CourseVisit> standing) {
        int last =
                standing.stream().mapToInt(visit -> weekOf(course, visit)).max().orElse(0);
        return IntStream.rangeClosed(1, Math.max(last, course.dose().weeks()))
                .mapToObj(number -> week(course, standing, number))
                .toList();
    }

    private static Week week(Course course, List<CourseVisit> standing, int number) {
        var visits = standing.stream()
                .filter(visit -> weekOf(course, visit) == number)
                .toList();
        int planned = course.stoppedAt() == null ? planned(course, number) : visits.size();
        int delivered = (int) visits.stream().filter(CourseVisit::isDelivered).count();
        return new Week(
                number, course.firstDay().plusWeeks(number - 1L), planned, visits.size() - delivered, delivered);
    }

    private static int planned(Course course, int week) {
        var standing = course.standing();
        return (int) course.dose().places().stream()
                .filter(place -> place.week() == week)
                .filter(place -> standing.containsKey(place.number())
                        || !course.skipped().contains(place.number()))
                .count();
    }

    /** A visit that was moved to before the first day counts in the first week. */
    private static int weekOf(Course course, CourseVisit visit) {
        var day = visit.time().start().atZone(course.zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(course.firstDay(), day);
        return (int) Math.max(0, Math.floorDiv(days, Phase.DAYS_OF_A_WEEK)) + 1;
    }
}
