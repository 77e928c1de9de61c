package health.reprieve.bench.load;

import java.time.Duration;

/** Asks a service until it gets no faster: one that has just started is compiled while it answers, for a minute and more. */
public final class WarmUp {

    /** How long it is asked at a time. */
    public static final Duration A_ROUND = Duration.ofSeconds(10);

    /** It ends, also where something else on the machine makes it faster and faster. */
    static final int MOST_ROUNDS = 6;

    private static final double NO_FASTER = 1.05;

    private WarmUp() {}

    /** Some asking; tells how many answers a second there were. */
    @FunctionalInterface
    public interface Round {

        double perSecond() throws Exception;
    }

    public static void until(Round round) throws Exception {
        double fastest = 0;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            double now = round.perSecond();
            if (now < fastest * NO_FASTER) {
                return;
            }
            fastest = now;
        }
    }
}
