package health.reprieve.notification.appointment.email;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A clinic's zone for a calendar, from the very rules by which the visit's time was computed. The definitions that come
 * with ical4j are of another age than the JDK's and begin with the local mean time of 1883, at which some clients stumble.
 */
final class ZoneText {

    private ZoneText() {}

    /** The zone's rules in force at the visit; their first onsets lie in the year before it. */
    static VTimeZone of(ZoneId zone, Instant visit) {
        var rules = zone.getRules();
        var year = visit.atZone(zone).getYear() - 1;
        var observances = rules.getTransitionRules().isEmpty()
                ? Stream.of(unchanging(zone, visit, year))
                : rules.getTransitionRules().stream().map(rule -> recurring(zone, rule, year));
        var text = new VTimeZone(new ComponentList<>(observances.toList()));
        text.add(new TzId(zone.getId()));
        return text;
    }

    private static Observance unchanging(ZoneId zone, Instant visit, int year) {
        var offset = zone.getRules().getOffset(visit);
        var onset = LocalDateTime.of(year, 1, 1, 0, 0);
        return observance(false, onset, offset, offset, nameAt(zone, visit));
    }

    private static Observance recurring(ZoneId zone, ZoneOffsetTransitionRule rule, int year) {
        var onset = rule.createTransition(year);
        var observance = observance(
                isDaylight(zone.getRules(), onset.getInstant()),
                onset.getDateTimeBefore(),
                rule.getOffsetBefore(),
                rule.getOffsetAfter(),
                nameAt(zone, onset.getInstant()));
        observance.add(new RRule<>(
                "FREQ=YEARLY;BYMONTH=%d;%s".formatted(rule.getMonth().getValue(), dayOf(rule))));
        return observance;
    }

    private static Observance observance(
            boolean daylight, LocalDateTime onset, ZoneOffset before, ZoneOffset after, String name) {
        var observance = daylight ? new Daylight() : new Standard();
        observance.add(new DtStart<>(onset));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        observance.add(new TzName(name));
        return observance;
    }

    private static boolean isDaylight(ZoneRules rules, Instant onset) {
        return rules.isDaylightSavings(onset);
    }

    private static String nameAt(ZoneId zone, Instant instant) {
        return DateTimeFormatter.ofPattern("zzz", Locale.US).format(instant.atZone(zone));
    }

    /** The n-th or the last weekday of a month; else the weekday among seven dates. */
    private static String dayOf(ZoneOffsetTransitionRule rule) {
        int first = rule.getDayOfMonthIndicator();
        DayOfWeek day = rule.getDayOfWeek();
        if (day == null) {
            return "BYMONTHDAY=" + first;
        }
        var weekday =
                day.getDisplayName(TextStyle.SHORT, Locale.US).substring(0, 2).toUpperCase(Locale.ROOT);
        if (first == -1) {
            return "BYDAY=-1" + weekday;
        }
        if (first % 7 == 1) {
            return "BYDAY=%d%s".formatted(first / 7 + 1, weekday);
        }
        var dates = Stream.iterate(first, date -> date + 1).limit(7).map(String::valueOf);
        return "BYMONTHDAY=%s;BYDAY=%s".formatted(dates.collect(Collectors.joining(",")), weekday);
    }
}
