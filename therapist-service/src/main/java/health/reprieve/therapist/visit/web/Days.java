package health.reprieve.therapist.visit.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates as they stand in addresses: {@code 2026-11-23}, and nothing that a calendar on a wall never shows. */
final class Days {

    private static final int LENGTH = "2026-11-23".length();
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private Days() {}

    /** @throws UnreadableDay if it is anything else */
    static LocalDate read(String text) {
        try {
            var day = LocalDate.parse(text);
            if (text.length() == LENGTH && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADate) {
            throw new UnreadableDay(notADate);
        }
        throw new UnreadableDay(null);
    }
}
