package health.reprieve.booking.course.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.course.Choice;
import health.reprieve.booking.course.CourseRefused;
import health.reprieve.booking.course.Dose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When one visit of a course is to be.
 *
 * @param place its number in the course
 * @param start with its offset from UTC
 * @param therapistId who treats
 */
record ChosenForm(
        @NotNull @Min(1) @Max(Dose.MOST_VISITS) Integer place,
        @NotNull OffsetDateTime start,
        @NotNull UUID therapistId) {

    /** @throws CourseRefused.PlaceTwice if a visit is there twice */
    static Map<Integer, Choice> choices(List<ChosenForm> chosen) {
        var choices = new LinkedHashMap<Integer, Choice>();
        for (var one : chosen) {
            var choice = new Choice(one.start.toInstant(), new TherapistId(one.therapistId));
            if (choices.put(one.place, choice) != null) {
                throw new CourseRefused.PlaceTwice(one.place);
            }
        }
        return choices;
    }
}
