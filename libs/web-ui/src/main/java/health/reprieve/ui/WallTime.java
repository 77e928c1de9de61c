package health.reprieve.ui;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/**
 * Writes instants as the clocks of a place show them, in the reader's language. Every space it writes is a plain one.
 *
 * <p>Where clocks are set back, an hour exists twice: {@link #moment} then names the one that is meant ("Eastern
 * Daylight Time"), and otherwise the zone as people say it ("Eastern Time").
 */
public final class WallTime {

    /** Dates and clock times as people in the United States write them in each language. */
    private static final Map<String, Locale> REGIONAL = Map.of("en", Locale.US, "es", Locale.of("es", "US"));

    private final ZoneId zone;
    private final Speech speech;

    private WallTime(ZoneId zone, Speech speech) {
        this.zone = zone;
        this.speech = speech;
    }

    /**
     * Times of one place for one reader.
     *
     * @param zone the zone of the clinic
     * @param language one of {@link UiConfiguration#LANGUAGES}; any other is read as English
     */
    public static WallTime in(ZoneId zone, Locale language) {
        return new WallTime(zone, Speech.of(REGIONAL.getOrDefault(language.getLanguage(), Locale.US)));
    }

    /** The day on which the instant falls: "Tuesday, March 2, 2027". */
    public String date(Instant instant) {
        return date(at(instant).toLocalDate());
    }

    /** "Tuesday, March 2, 2027". */
    public String date(LocalDate date) {
        return plain(speech.date().format(date));
    }

    /** The day on which the instant falls, where the year goes without saying: "Tuesday, March 2". */
    public String day(Instant instant) {
        return day(at(instant).toLocalDate());
    }

    /** "Tuesday, March 2", where the year goes without saying. */
    public String day(LocalDate date) {
        return plain(speech.day().format(date));
    }

    /** "10:00 AM". */
    public String time(Instant instant) {
        return plain(speech.time().format(at(instant)));
    }

    /** From the start up to the end, which is free again: "10:00 AM to 11:00 AM". */
    public String times(TimeRange range) {
        return time(range.start()) + speech.to() + time(range.end());
    }

    /** All of it: "Tuesday, March 2, 2027, 10:00 AM Eastern Time". */
    public String moment(Instant instant) {
        return date(instant) + ", " + time(instant) + speech.beforeZone() + zone(instant);
    }

    /** The zone as people say it: "Eastern Time". */
    public String zone() {
        return plain(zone.getDisplayName(TextStyle.FULL, speech.locale()));
    }

    /** "45 minutes", "1 hour", "1 hour 30 minutes". */
    public String length(Duration length) {
        var hours = length.toHours();
        var minutes = length.toMinutesPart();
        if (hours == 0) {
            return speech.minutes(minutes);
        }
        return minutes == 0 ? speech.hours(hours) : speech.hours(hours) + " " + speech.minutes(minutes);
    }

    /** The local date on which the instant falls. */
    public LocalDate localDate(Instant instant) {
        return at(instant).toLocalDate();
    }

    private String zone(Instant instant) {
        LocalDateTime shown = at(instant).toLocalDateTime();
        return zone.getRules().getValidOffsets(shown).size() > 1
                ? plain(DateTimeFormatter.ofPattern("zzzz", speech.locale()).format(at(instant)))
                : zone();
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(zone);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /** How one language puts times. */
    private record Speech(
            Locale locale,
            DateTimeFormatter day,
            String to,
            String beforeZone,
            String hour,
            String manyHours,
            String minute,
            String manyMinutes) {

        static Speech of(Locale locale) {
            return locale.getLanguage().equals("es")
                    ? new Speech(
                            locale,
                            dayOf("EEEE, d 'de' MMMM", locale),
                            " a ",
                            ", ",
                            "hora",
                            "horas",
                            "minuto",
                            "minutos")
                    : new Speech(
                            locale, dayOf("EEEE, MMMM d", locale), " to ", " ", "hour", "hours", "minute", "minutes");
        }

        private static DateTimeFormatter dayOf(String pattern, Locale locale) {
            return DateTimeFormatter.ofPattern(pattern, locale);
        }

        DateTimeFormatter date() {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        }

        DateTimeFormatter time() {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        }

        String hours(long count) {
            return count + " " + (count == 1 ? hour : manyHours);
        }

        String minutes(long count) {
            return count + " " + (count == 1 ? minute : manyMinutes);
        }
    }
}
