package health.reprieve.booking.course.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.booking.course.Choice;
import health.reprieve.booking.course.Obstacle;
import health.reprieve.booking.course.Plan;
import health.reprieve.booking.course.Preview;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a course could be. Nothing is kept: a time can be taken by somebody else until it is held or booked.
 *
 * @param zone in which people count the times
 * @param shorterThanStudied whether the visits are shorter than what was found to help
 * @param plans the best first, at most three
 */
record PreviewView(String zone, DoseView dose, boolean shorterThanStudied, List<PlanView> plans) {

    /**
     * One set of times.
     *
     * @param therapistId who would treat, as far as it goes
     * @param firstDay the weeks of the course are counted from there
     * @param days of the week on which the visits are, as far as it goes
     * @param time at which they begin, as far as it goes, by the clock of the clinic
     * @param meetsDose whether every visit has a time
     */
    record PlanView(
            UUID therapistId,
            LocalDate firstDay,
            List<DayOfWeek> days,
            String time,
            boolean meetsDose,
            List<VisitView> visits) {}

    /**
     * A visit that has no time yet.
     *
     * @param place its number in the course
     * @param week of the course
     * @param wanted when the plan wants it, by the clock of the clinic
     * @param start what is proposed; left out: nothing
     * @param therapistId who would treat then
     * @param reasons why it is not as wanted; of a visit that is there are none
     * @param alternatives that keep the spacing too, nearest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitView(
            int place,
            int week,
            String wanted,
            @Nullable Instant start,
            @Nullable UUID therapistId,
            Plan.Fit fit,
            List<String> reasons,
            List<ChoiceView> alternatives) {}

    /** A start, and who treats. */
    record ChoiceView(Instant start, UUID therapistId) {

        static ChoiceView of(Choice choice) {
            return new ChoiceView(choice.start(), choice.therapist().value());
        }
    }

    static PreviewView of(Preview preview) {
        return new PreviewView(
                preview.zone().getId(),
                DoseView.of(preview.dose()),
                preview.isShorterThanStudied(),
                preview.plans().stream().map(PreviewView::plan).toList());
    }

    private static PlanView plan(Preview.Proposal proposal) {
        var plan = proposal.plan();
        var visits = plan.visits();
        return new PlanView(
                plan.therapist().value(),
                plan.firstDay(),
                plan.rhythm().days().stream().sorted().toList(),
                plan.rhythm().time().toString(),
                plan.meetsDose(),
                IntStream.range(0, visits.size())
                        .mapToObj(i -> visit(visits.get(i), proposal.obstacles().get(i)))
                        .toList());
    }

    private static VisitView visit(Plan.PlannedVisit visit, List<Obstacle> obstacles) {
        var choice = visit.choice();
        return new VisitView(
                visit.place().number(),
                visit.place().week(),
                visit.wanted().toString(),
                choice.map(Choice::start).orElse(null),
                choice.map(one -> one.therapist().value()).orElse(null),
                visit.fit(),
                obstacles.stream().map(Obstacle::code).distinct().toList(),
                visit.alternatives().stream().map(ChoiceView::of).toList());
    }
}
