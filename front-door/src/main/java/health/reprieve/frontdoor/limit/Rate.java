package health.reprieve.frontdoor.limit;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * How often something may be done.
 *
 * @param burst so often at once
 * @param per after that long without any, so often again
 */
public record Rate(int burst, Duration per) {

    private static final String FORM = "it must be written like 5/15m: how often, and in how long";
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,9})\\s*/\\s*(\\d{1,9}(ms|s|m|h|d))\\s*");

    public Rate {
        if (burst < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("it must be at least once in some time");
        }
    }

    /**
     * Reads a rate as settings write it: {@code 5/15m}.
     *
     * @throws IllegalArgumentException if it is written in another way
     */
    public static Rate of(String text) {
        var parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(FORM);
        }
        return new Rate(Integer.parseInt(parts.group(1)), DurationStyle.SIMPLE.parse(parts.group(2)));
    }

    /** How much a bucket fills in a second. */
    public double perSecond() {
        return burst / (per.toMillis() / 1000.0);
    }
}
