package health.reprieve.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/** A value as an operator wrote it, on one line, without the secrets that addresses can carry. */
final class Shown {

    private static final int LONGEST = 100;
    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS);

    /** {@code //user:password@} of an address, and all that follows a question mark. */
    private static final Pattern MAY_BE_SECRET = Pattern.compile("(?<=//)[^/@\\s]*(?=@)|(?<=\\?).+");

    private Shown() {}

    static String of(Object value) {
        String text = value instanceof Duration length ? length(length) : value.toString();
        return text.isBlank() ? "empty" : shortened(MAY_BE_SECRET.matcher(text).replaceAll("…"));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** In the largest unit that tells it exactly. */
    private static String length(Duration length) {
        return UNITS.stream()
                .filter(unit -> length.toNanos() % unit.getDuration().toNanos() == 0)
                .findFirst()
                .filter(unit -> !length.isZero())
                .map(unit -> DurationStyle.SIMPLE.print(length, unit))
                .orElse(length.isZero() ? "0s" : length.toString());
    }
}
