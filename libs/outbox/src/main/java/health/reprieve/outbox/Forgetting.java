package health.reprieve.outbox;

import health.reprieve.telemetry.log.Log;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Lets go of old news, a bounded number of rows at a time and with a rest after each, on a thread of its own: however
 * much there is to forget, publishing does not wait for it. It begins with the service, so that one that is often
 * started anew forgets too.
 */
final class Forgetting implements SmartLifecycle {

    private static final Log LOG = Log.of(Forgetting.class);
    private static final int ROWS_AT_ONCE = 1000;
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(100);
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);
    private static final Duration DATABASE = Duration.ofSeconds(15);

    private final OldRows rows;
    private final Keeping keeping;
    private final Clock clock;
    private volatile @Nullable Thread thread;

    Forgetting(OldRows rows, Keeping keeping, Clock clock) {
        this.rows = rows;
        this.keeping = keeping;
        this.clock = clock;
    }

    @Override
    public void start() {
        var starting = Thread.ofPlatform().daemon().name("outbox-forgetting").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    /** A step under way is ended by the statement's own limit; nobody waits for it. */
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (thread == Thread.currentThread()) {
                Thread.sleep(step());
            }
        } catch (InterruptedException stopped) {
            LOG.event(OutboxLogEvent.FORGETTING_STOPPED).log("stopped");
        }
    }

    /** Returns after how long the next one is due. */
    private Duration step() {
        try {
            var more = rows.forgetSome(clock.instant(), keeping, ROWS_AT_ONCE).block(DATABASE);
            return Boolean.TRUE.equals(more) ? BETWEEN_STEPS : BETWEEN_ROUNDS;
        } catch (RuntimeException | Error trouble) {
            LOG.event(OutboxLogEvent.NOT_CLEANED)
                    .log("{}, trying again", trouble.getClass().getSimpleName());
            return AFTER_TROUBLE;
        }
    }
}
