package health.reprieve.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person who waits what has been done. */
@FunctionalInterface
public interface Progress {

    /** @param step what is now true, in a few words */
    void done(String step);

    /** Says nothing. */
    static Progress silent() {
        return step -> {};
    }

    /** One line per step with the time since now. */
    static Progress lines(PrintStream out) {
        long start = System.nanoTime();
        return step -> {
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
            out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, step);
        };
    }
}
