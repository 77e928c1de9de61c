package health.reprieve.booking.course.web;

import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.course.CourseRefused;
import health.reprieve.booking.course.Dose;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much treatment is planned.
 *
 * @param length of each visit in minutes, one of the treatment's; left out: what is usual for what hurts
 * @param phases one after the other
 * @param leastHoursApart elapsed hours from one start to the next, at least; left out: 48, and 24 where there are four
 *     visits a week or more
 * @param reviewAfter numbers of the visits after which somebody looks whether it helps; left out: none
 */
record DoseForm(
        @Nullable @Min(1) @Max(1440) Integer length,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid PhaseBody> phases,
        @Nullable @Min(1) @Max(168) Integer leastHoursApart,
        @Nullable @Size(max = 20) List<@NotNull @Min(1) @Max(Dose.MOST_VISITS) Integer> reviewAfter) {

    private static final int USUAL_HOURS_APART = 48;
    private static final int HOURS_APART_OF_MANY = 24;
    private static final int MANY_A_WEEK = 4;

    /** @throws CourseRefused.TooLong if it is more visits than a course may have */
    Dose dose(Condition condition) {
        int visits = phases.stream().mapToInt(PhaseBody::visits).sum();
        if (visits > Dose.MOST_VISITS) {
            throw new CourseRefused.TooLong(Dose.MOST_VISITS);
        }
        if (reviewAfter != null && reviewAfter.stream().anyMatch(number -> number > visits)) {
            throw RequestRefused.bad("reviewAfter");
        }
        return new Dose(
                length == null ? condition.length() : Duration.ofMinutes(length),
                phases.stream().map(PhaseBody::phase).toList(),
                Duration.ofHours(leastHoursApart == null ? usualHoursApart() : leastHoursApart),
                reviewAfter == null ? List.of() : reviewAfter);
    }

    private int usualHoursApart() {
        return phases.stream().anyMatch(phase -> phase.perWeek() >= MANY_A_WEEK)
                ? HOURS_APART_OF_MANY
                : USUAL_HOURS_APART;
    }
}
