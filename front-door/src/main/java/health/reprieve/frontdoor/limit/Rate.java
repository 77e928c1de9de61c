package health.reprieve.frontdoor.limit;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * How often something may be done.
 *
 * @param burst so often at once
 * @param per after that long without any, so often again
 */
public record Rate(int burst, Duration per) {

    public Rate {
        if (burst < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate is at least once in some time");
        }
    }

    /**
     * Reads a rate as settings write it: {@code 5/15m}.
     *
     * @throws IllegalArgumentException if it is written in another way
     */
    public static Rate of(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a rate is written like 5/15m");
        }
        return new Rate(Integer.parseInt(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
    }

    /** How much a bucket fills in a second. */
    public double perSecond() {
        return burst / (per.toMillis() / 1000.0);
    }
}
