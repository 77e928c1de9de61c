package health.reprieve.booking.course.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.booking.course.Dose;
import health.reprieve.booking.course.Phase;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a course in which the visits come equally often.
 *
 * @param perWeek how many a week
 * @param visits how many in all
 * @param mostDaysApart days from one visit to the next, at most; left out: an even spacing and three days
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PhaseBody(
        @NotNull @Min(1) @Max(7) Integer perWeek,
        @NotNull @Min(1) @Max(Dose.MOST_VISITS) Integer visits,
        @Nullable @Min(1) @Max(366) Integer mostDaysApart) {

    Phase phase() {
        return mostDaysApart == null ? Phase.of(perWeek, visits) : new Phase(perWeek, visits, mostDaysApart, 0);
    }

    static PhaseBody of(Phase phase) {
        return new PhaseBody(phase.perWeek(), phase.visits(), phase.mostDaysApart());
    }
}
