package health.reprieve.booking.clinic.web;

import health.reprieve.booking.clinic.OpeningHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * When a clinic treats, week by week.
 *
 * @param spans none at all: the clinic sets no such limit
 */
record OpeningHoursBody(@NotNull @Size(max = 70) List<@NotNull @Valid OpeningSpan> spans) {

    private static final String MINUTE = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /**
     * A while on one day of each week, by the clocks of the clinic.
     *
     * @param from first minute inside
     * @param until first minute after it; 00:00 is the midnight that ends the day
     */
    record OpeningSpan(
            @NotNull DayOfWeek day,
            @NotNull @Pattern(regexp = MINUTE) String from,
            @NotNull @Pattern(regexp = MINUTE) String until) {

        private static OpeningSpan of(OpeningHours.Span span) {
            return new OpeningSpan(
                    span.day(), span.from().toString(), span.until().toString());
        }

        private OpeningHours.Span span() {
            return new OpeningHours.Span(day, LocalTime.parse(from), LocalTime.parse(until));
        }
    }

    static OpeningHoursBody of(OpeningHours hours) {
        return new OpeningHoursBody(hours.spans().stream().map(OpeningSpan::of).toList());
    }

    OpeningHours hours() {
        return new OpeningHours(spans.stream().map(OpeningSpan::span).toList());
    }
}
