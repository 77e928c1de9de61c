package health.reprieve.bench.stage;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The end of processes that we have started. */
public final class Processes {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Processes() {}

    /** Asks it to end, and ends it when it does not listen. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        awaitEnd(process, patience);
    }

    /**
     * Asks it to end and lets all it has started end by itself. Who is its child is asked again and again until its end, and can
     * be asked no more afterwards: it may start something in the very moment in which it is asked.
     */
    public static void endTree(ProcessHandle process, Duration patience) {
        Set<ProcessHandle> children = new HashSet<>();
        long deadline = System.nanoTime() + patience.toNanos();
        process.destroy();
        do {
            process.descendants().forEach(children::add);
            process.onExit()
                    .completeOnTimeout(process, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } while (process.isAlive() && System.nanoTime() < deadline);
        awaitEnd(process, Duration.ZERO);
        List.copyOf(children).forEach(child -> child.descendants().forEach(children::add));
        children.forEach(child -> awaitEnd(child, patience));
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
