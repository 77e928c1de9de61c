package health.reprieve.bench.figure;

import java.time.Duration;

/** How one benchmark ended. */
public sealed interface Outcome {

    /** What {@code ./bench} calls it. */
    String name();

    /** How long it took, servers and all. */
    Duration took();

    /** It ran to its end. */
    record Done(String name, Duration took, Measured measured) implements Outcome {}

    /** It broke off; the others went on. */
    record Failed(String name, Duration took, String sentence) implements Outcome {}
}
