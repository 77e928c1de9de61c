package health.reprieve.bench.stage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The end of processes that we have started. */
public final class Processes {

    private Processes() {}

    /** Asks it to end, and ends it when it does not listen. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        awaitEnd(process, patience);
    }

    /** Lets it end by itself, and ends it when it does not. */
    public static void awaitEnd(ProcessHandle process, Duration patience) {
        process.onExit()
                .completeOnTimeout(process, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
