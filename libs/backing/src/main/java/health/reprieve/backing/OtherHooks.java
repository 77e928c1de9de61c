package health.reprieve.backing;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Shutdown hooks of other parts of this JVM, which knows no order among them. */
final class OtherHooks {

    private static final Duration ALL_HAVE_STARTED = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private OtherHooks() {}

    /** Returns when the hooks of these names have ended; to be called in a hook. */
    static void await(String... names) {
        Set<String> awaited = Set.of(names);
        try {
            // all hooks start together, but one after the other: a moment later each of them can be seen
            Thread.sleep(ALL_HAVE_STARTED);
            List<Thread> hooks = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> awaited.contains(thread.getName()))
                    .toList();
            for (Thread hook : hooks) {
                hook.join(LONGEST);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
