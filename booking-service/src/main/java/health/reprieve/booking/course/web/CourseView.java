package health.reprieve.booking.course.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Stage;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.course.Course;
import health.reprieve.booking.course.CourseVisit;
import health.reprieve.booking.course.Place;
import health.reprieve.booking.course.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course as it stands.
 *
 * @param version to be sent as {@code If-Match} with a change of the plan
 * @param condition what hurts; left out where the reader need not know
 * @param firstDay its weeks are counted from there
 * @param zone in which people count the times
 * @param therapistId who is to treat, as far as it goes
 * @param stoppedAt left out: it goes on
 * @param visits its places, in order
 * @param tally how much of the dose is planned, booked and given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CourseView(
        UUID id,
        long version,
        UUID patientId,
        UUID clinicId,
        UUID treatment,
        @Nullable Condition condition,
        DoseView dose,
        LocalDate firstDay,
        String zone,
        @Nullable UUID therapistId,
        @Nullable UUID referralId,
        @Nullable Instant stoppedAt,
        List<PlaceView> visits,
        TallyView tally) {

    /** Where a place of a course stands. */
    enum State {
        /** It has no visit yet, or none any more. */
        OPEN,
        /** It is left out on purpose. */
        SKIPPED,
        /** Its visit is to come, or under way. */
        BOOKED,
        /** Its visit was given. */
        DELIVERED
    }

    /**
     * A place of a course, and the visit that has it.
     *
     * @param place its number
     * @param week of the course
     * @param reviewAfter whether somebody looks after it whether the course helps
     * @param appointmentId left out, as what follows: it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceView(
            int place,
            int week,
            State state,
            boolean reviewAfter,
            @Nullable UUID appointmentId,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable UUID therapistId,
            @Nullable String therapistName,
            @Nullable Stage status) {}

    /**
     * What is planned, booked and given.
     *
     * @param planned visits of the dose, those left out not counted
     * @param booked that are to come
     * @param delivered that were given
     * @param missed to which nobody came
     * @param skipped that are left out on purpose
     * @param shortfall visits of the dose that are neither given nor booked
     */
    record TallyView(
            int planned, int booked, int delivered, int missed, int skipped, int shortfall, List<WeekView> weeks) {}

    /** @param belowDose whether fewer visits are given or booked in it than planned */
    record WeekView(int week, LocalDate firstDay, int planned, int booked, int delivered, boolean belowDose) {}

    static CourseView of(Course course, Actor actor) {
        var therapist = course.therapist();
        var referral = course.referral();
        return new CourseView(
                course.id().value(),
                course.version(),
                course.patient().value(),
                course.clinic().value(),
                course.treatment().value(),
                actor instanceof Actor.Manager ? null : course.condition(),
                DoseView.of(course.dose()),
                course.firstDay(),
                course.zone().getId(),
                therapist == null ? null : therapist.value(),
                referral == null ? null : referral.value(),
                course.stoppedAt(),
                course.dose().places().stream()
                        .map(place -> place(course, place, actor))
                        .toList(),
                tally(Tally.of(course)));
    }

    private static PlaceView place(Course course, Place place, Actor actor) {
        var visit = course.at(place.number()).orElse(null);
        var isReviewed = course.dose().reviewAfter().contains(place.number());
        return visit == null
                ? new PlaceView(
                        place.number(),
                        place.week(),
                        course.skipped().contains(place.number()) ? State.SKIPPED : State.OPEN,
                        isReviewed,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                : place(place, visit, isReviewed, actor);
    }

    private static PlaceView place(Place place, CourseVisit visit, boolean isReviewed, Actor actor) {
        return new PlaceView(
                place.number(),
                place.week(),
                visit.isDelivered() ? State.DELIVERED : State.BOOKED,
                isReviewed,
                visit.id().value(),
                visit.time().start(),
                visit.time().end(),
                visit.therapist().id().value(),
                visit.therapist().name(),
                actor instanceof Actor.Patient ? visit.stage().toldToPatients() : visit.stage());
    }

    private static TallyView tally(Tally tally) {
        return new TallyView(
                tally.planned(),
                tally.booked(),
                tally.delivered(),
                tally.missed(),
                tally.skipped(),
                tally.shortfall(),
                tally.weeks().stream()
                        .map(week -> new WeekView(
                                week.number(),
                                week.firstDay(),
                                week.planned(),
                                week.booked(),
                                week.delivered(),
                                week.isBelowDose()))
                        .toList());
    }
}
