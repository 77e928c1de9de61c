package health.reprieve.bench.stage;

import java.time.Duration;

/** How much time figures may take. */
public enum Effort {
    /** To see that it works. */
    SHORT(0.2),
    USUAL(1),
    /** For figures that are written down. */
    FULL(3);

    private static final Duration LEAST = Duration.ofSeconds(2);

    private final double share;

    Effort(double share) {
        this.share = share;
    }

    /** So long, where the usual time is given; in less than two seconds not much can be seen. */
    public Duration of(Duration usual) {
        return Duration.ofMillis(Math.max(LEAST.toMillis(), Math.round(usual.toMillis() * share)));
    }

    /** So many, where the usual number is given; at least one. */
    public int of(int usual) {
        return (int) Math.max(1, Math.round(usual * share));
    }
}
