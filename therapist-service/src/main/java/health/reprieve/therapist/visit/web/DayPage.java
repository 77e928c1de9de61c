package health.reprieve.therapist.visit.web;

import health.reprieve.therapist.visit.OwnDay;
import health.reprieve.therapist.visit.Visit;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.part.Entry;
import health.reprieve.ui.part.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day as its therapist reads it.
 *
 * @param nextWorkingDay null: there are visits, or no working day is in sight
 */
record DayPage(
        String date,
        boolean today,
        String previousHref,
        String nextHref,
        List<Entry> visits,
        @Nullable Link nextWorkingDay,
        String asOf) {

    record Link(String href, String words) {}

    static DayPage of(OwnDay day, Locale language) {
        var clock = WallTime.in(day.zone(), language);
        return new DayPage(
                clock.date(day.day()),
                day.isToday(),
                href(day.day().minusDays(1)),
                href(day.day().plusDays(1)),
                day.visits().stream().map(visit -> entry(visit, language)).toList(),
                nextWorkingDay(day, clock),
                clock.time(day.asOf()));
    }

    private static Entry entry(Visit visit, Locale language) {
        var clock = WallTime.in(visit.zone(), language);
        return new Entry(
                clock.times(visit.time()),
                Text.plain(visit.patient()),
                List.of(
                        Text.plain(visit.clinic() + ", " + visit.room()),
                        Text.of(
                                "therapist.day.length",
                                clock.length(visit.time().length()),
                                clock.zone())),
                tag(visit.status()),
                null);
    }

    private static Tag tag(Visit.Status status) {
        var kind =
                switch (status) {
                    case BOOKED, COMPLETED -> Tag.Kind.DONE;
                    case CHECKED_IN -> Tag.Kind.INFO;
                    case REQUESTED, NEEDS_REASSIGNMENT -> Tag.Kind.WARN;
                    case CANCELLED, MISSED -> Tag.Kind.STOP;
                };
        return Tag.of(kind, "therapist.visit." + status);
    }

    private static @Nullable Link nextWorkingDay(OwnDay day, WallTime clock) {
        var next = day.nextWorkingDay();
        return next == null || !day.visits().isEmpty() ? null : new Link(href(next), clock.day(next));
    }

    private static String href(LocalDate day) {
        return CalendarPages.PATH + "?day=" + day;
    }
}
