package health.reprieve.booking.course.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.course.Wishes;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When somebody can come.
 *
 * @param days of the week; left out: any
 * @param earliest start, by the clock of the clinic; left out: any
 * @param latest start, by the clock of the clinic; the same as the earliest: at that time and no other; left out: any
 * @param therapistId by whom; left out: by whoever suits best, the same as far as it goes
 * @param gaps what becomes of visits whose wanted time is not free; left out: they get another one, unless it is one time alone
 *     that was asked for
 */
record WishesForm(
        @Nullable @Size(min = 1, max = 7) List<@NotNull DayOfWeek> days,
        @Nullable @Pattern(regexp = TIME) String earliest,
        @Nullable @Pattern(regexp = TIME) String latest,
        @Nullable UUID therapistId,
        Wishes.@Nullable Gaps gaps) {

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    static Wishes wishes(@Nullable WishesForm form) {
        return form == null ? Wishes.ANY : form.wishes();
    }

    private Wishes wishes() {
        var from = earliest == null ? LocalTime.MIN : LocalTime.parse(earliest);
        var until = latest == null ? LocalTime.MAX : LocalTime.parse(latest);
        if (until.isBefore(from)) {
            throw RequestRefused.bad("latest");
        }
        var usual = from.equals(until) ? Wishes.Gaps.LEAVE : Wishes.Gaps.FILL;
        return new Wishes(
                days == null ? EnumSet.allOf(DayOfWeek.class) : Set.copyOf(days),
                from,
                until,
                therapistId == null ? null : new TherapistId(therapistId),
                gaps == null ? usual : gaps);
    }
}
