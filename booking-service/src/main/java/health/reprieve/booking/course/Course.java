package health.reprieve.booking.course;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dose of treatment for one person, and what has become of it. Methods decide; they never read a clock or touch a
 * database.
 *
 * @param version rises with every change of the plan; visits have versions of their own
 * @param zone of the clinic
 * @param therapist who is to treat, as far as it goes; null: anybody who suits
 * @param referral that allows the visits; null: none is needed
 * @param firstDay its weeks are counted from there, by the calendar of the clinic
 * @param skipped numbers of the visits that are left out
 * @param stoppedAt null: it goes on
 * @param visits all there ever were, the called off and the missed ones too, in order of time
 */
public record Course(
        CourseId id,
        long version,
        PatientId patient,
        ClinicId clinic,
        ZoneId zone,
        TreatmentId treatment,
        Condition condition,
        @Nullable TherapistId therapist,
        @Nullable ReferralId referral,
        Dose dose,
        LocalDate firstDay,
        Set<Integer> skipped,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        List<CourseVisit> visits) {

    /** How long after its last week what it lacks still counts. */
    public static final int COUNTS_FOR_DAYS = 28;

    public Course {
        skipped = Set.copyOf(skipped);
        visits = List.copyOf(visits);
    }

    /** The visits that take their places, by the number of the place. */
    public Map<Integer, CourseVisit> standing() {
        return visits.stream()
                .filter(CourseVisit::counts)
                .collect(Collectors.toMap(CourseVisit::number, Function.identity()));
    }

    /** The places that have no visit, though nobody has left them out. */
    public List<Place> open() {
        var standing = standing();
        return stoppedAt != null
                ? List.of()
                : dose.places().stream()
                        .filter(place -> !skipped.contains(place.number()))
                        .filter(place -> !standing.containsKey(place.number()))
                        .toList();
    }

    /** Whether a visit that day may still make up for what it lacks. */
    boolean countsOn(LocalDate today) {
        return firstDay.plusWeeks(dose.weeks()).plusDays(COUNTS_FOR_DAYS).isAfter(today);
    }

    /** Whether anything of it is still to come. */
    public boolean goesOn() {
        return stoppedAt == null
                && (!open().isEmpty() || standing().values().stream().anyMatch(visit -> !visit.isDelivered()));
    }

    /**
     * The same with more visits at its end. They begin after its last week or, where that is over, in the week of today.
     *
     * @throws CourseRefused.AlreadyStopped when it does not go on
     * @throws CourseRefused.TooLong when it would be more than {@link Dose#MOST_VISITS} visits
     */
    Course extended(Phase more, LocalDate today) {
        requireGoingOn();
        if (dose.visits() + more.visits() > Dose.MOST_VISITS) {
            throw new CourseRefused.TooLong(Dose.MOST_VISITS);
        }
        long over = ChronoUnit.DAYS.between(firstDay, today) / Phase.DAYS_OF_A_WEEK;
        int pause = (int) Math.max(0, over - dose.weeks());
        return with(dose.with(more.after(pause)), skipped, null);
    }

    /**
     * The same without one of its visits.
     *
     * @throws CourseRefused.AlreadyStopped when it does not go on
     * @throws CourseRefused.PlaceUnknown when it has no such visit
     */
    Course without(int number) {
        requireGoingOn();
        requirePlace(number);
        var left = new HashSet<>(skipped);
        left.add(number);
        return with(dose, left, null);
    }

    /** The same, over now. */
    Course stopped(Instant now) {
        requireGoingOn();
        return with(dose, skipped, now);
    }

    /**
     * That visits may be booked for some of its places.
     *
     * @throws CourseRefused.AlreadyStopped when it does not go on
     * @throws CourseRefused.PlaceUnknown when it has no such place
     * @throws CourseRefused.PlaceTaken when a visit stands there, or the place is left out
     * @throws CourseRefused.TooClose when two visits would be nearer to each other than the dose says
     */
    void requireBookable(Map<Integer, Choice> choices) {
        requireGoingOn();
        choices.keySet().forEach(this::requirePlace);
        var standing = standing();
        choices.keySet().stream()
                .filter(number -> standing.containsKey(number) || skipped.contains(number))
                .findFirst()
                .ifPresent(number -> {
                    throw new CourseRefused.PlaceTaken(number);
                });
        dose.requireApart(choices, chosen());
    }

    /** When its visits are that take their places, by the number of the place. */
    Map<Integer, Choice> chosen() {
        return standing().values().stream().collect(Collectors.toMap(CourseVisit::number, CourseVisit::choice));
    }

    /** The same, of which more is booked now. */
    Course booked() {
        return with(dose, skipped, null);
    }

    /** What stands at a place; empty: nothing. */
    public Optional<CourseVisit> at(int number) {
        return Optional.ofNullable(standing().get(number));
    }

    /** @throws CourseRefused.VersionStale when another version was looked at */
    void requireVersion(long seen) {
        if (seen != version) {
            throw new CourseRefused.VersionStale(version);
        }
    }

    private void requirePlace(int number) {
        if (number < 1 || number > dose.visits()) {
            throw new CourseRefused.PlaceUnknown(number);
        }
    }

    /** How many visits are left out: one that came back to a place that was left out is not. */
    int leftOut() {
        var standing = standing();
        return (int)
                skipped.stream().filter(number -> !standing.containsKey(number)).count();
    }

    /** @throws CourseRefused.AlreadyStopped when it does not go on */
    void requireGoingOn() {
        if (stoppedAt != null) {
            throw new CourseRefused.AlreadyStopped();
        }
    }

    private Course with(Dose nextDose, Set<Integer> nextSkipped, @Nullable Instant stopped) {
        return new Course(
                id,
                version + 1,
                patient,
                clinic,
                zone,
                treatment,
                condition,
                therapist,
                referral,
                nextDose,
                firstDay,
                nextSkipped,
                startedAt,
                stopped,
                visits);
    }
}
