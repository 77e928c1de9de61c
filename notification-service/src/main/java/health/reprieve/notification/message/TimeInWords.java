package health.reprieve.notification.message;

import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people of the place say them, with the zone's name. */
public final class TimeInWords {

    private TimeInWords() {}

    /** Weekday, date, from, to. */
    public static String of(TimeRange time, ZoneId zone, Locale language, Stationery stationery) {
        return stationery.phrase(
                "mail.time",
                language,
                said(time.start(), datePattern(language), zone, language),
                said(time.start(), "h:mm a", zone, language),
                said(time.end(), "h:mm a", zone, language),
                said(time.start(), "vvvv", zone, language));
    }

    /** Weekday, date and hour. */
    public static String of(Instant moment, ZoneId zone, Locale language, Stationery stationery) {
        return stationery.phrase(
                "mail.moment",
                language,
                said(moment, datePattern(language), zone, language),
                said(moment, "h:mm a", zone, language),
                said(moment, "vvvv", zone, language));
    }

    private static String said(Instant instant, String pattern, ZoneId zone, Locale language) {
        var inThisCountry = Locale.of(language.getLanguage(), "US");
        return DateTimeFormatter.ofPattern(pattern, inThisCountry).format(instant.atZone(zone));
    }

    private static String datePattern(Locale language) {
        return switch (language.getLanguage()) {
            case "es" -> "EEEE, d 'de' MMMM 'de' uuuu";
            default -> "EEEE, MMMM d, uuuu";
        };
    }
}
