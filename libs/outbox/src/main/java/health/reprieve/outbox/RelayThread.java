package health.reprieve.outbox;

import health.reprieve.telemetry.log.Log;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the relay for as long as the service runs: woken after commits, looking by itself as a safety net. */
final class RelayThread implements SmartLifecycle {

    private static final Log LOG = Log.of(RelayThread.class);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);
    private static final Duration FIRST_AFTER_A_FAILURE = Duration.ofMillis(100);
    private static final Duration LONGEST_AFTER_FAILURES = Duration.ofSeconds(2);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);
    private static final Duration TO_FINISH_A_PASS = Duration.ofSeconds(3);
    private static final Duration TO_GIVE_UP_A_PASS = Duration.ofSeconds(1);

    private final OutboxRelay relay;
    private final RelaySignal signal;
    private final LongSupplier nanos;
    private final Pause idle;
    private final Pause failing = new Pause(FIRST_AFTER_A_FAILURE, LONGEST_AFTER_FAILURES);
    private volatile @Nullable Thread thread;
    private volatile long roundBegan;

    RelayThread(
            OutboxRelay relay, RelaySignal signal, Duration lookEvery, Duration lookAtLeastEvery, LongSupplier nanos) {
        this.relay = relay;
        this.signal = signal;
        this.nanos = nanos;
        this.idle = new Pause(lookEvery, lookAtLeastEvery);
    }

    /** Far below the web server and the listeners: it begins before them and ends after them, since both make news. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        // known before it runs: it ends itself when it is not the one that is wanted
        var starting = Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this::run);
        roundBegan = nanos.getAsLong();
        thread = starting;
        starting.start();
    }

    /** A pass under way is finished first, so that what was sent is marked; one that hangs is given up. */
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        signal.wake();
        try {
            if (!running.join(TO_FINISH_A_PASS)) {
                running.interrupt();
                running.join(TO_GIVE_UP_A_PASS);
            }
        } catch (InterruptedException impatient) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Whether it does what is asked of it: when it should run, it lives and did not stay in one round for too long. */
    boolean isWell() {
        var wanted = thread;
        return wanted == null || (wanted.isAlive() && nanos.getAsLong() - roundBegan < LONGEST_ROUND.toNanos());
    }

    private void run() {
        try {
            while (isWanted()) {
                roundBegan = nanos.getAsLong();
                passWithCare();
            }
            lastPass();
        } catch (InterruptedException stopped) {
            LOG.event(OutboxLogEvent.RELAY_STOPPED).log("stopped");
        } finally {
            giveBack();
        }
    }

    /** Not "somebody runs": after a stop and a new start, that is another thread. */
    private boolean isWanted() {
        return thread == Thread.currentThread();
    }

    // An Error is survived too: whatever it was, nobody else would publish this service's news.
    private void passWithCare() throws InterruptedException {
        try {
            pauseAfter(relay.pass());
        } catch (RuntimeException | Error trouble) {
            if (!isWanted()) {
                throw new InterruptedException();
            }
            LOG.event(OutboxLogEvent.RELAY_TROUBLE)
                    .log("{}, trying again", trouble.getClass().getSimpleName());
            signal.await(AFTER_TROUBLE);
        }
    }

    private void pauseAfter(OutboxRelay.Pass pass) throws InterruptedException {
        boolean hasOnlyFailed = pass.published() == 0 && pass.failed() > 0;
        if (!hasOnlyFailed) {
            failing.reset();
        }
        if (pass.published() > 0) {
            idle.reset();
        } else if (signal.await(hasOnlyFailed ? failing.next() : idle.next())) {
            idle.reset();
        }
    }

    /** News that came between the last look and the word to stop is not left for the next start. */
    private void lastPass() throws InterruptedException {
        try {
            relay.pass();
        } catch (RuntimeException | Error trouble) {
            LOG.event(OutboxLogEvent.LAST_PASS_FAILED).log("the next start sends what is left");
        }
    }

    private void giveBack() {
        boolean interrupted = Thread.interrupted();
        try {
            relay.giveBackLease();
        } catch (RuntimeException | Error unreachable) {
            LOG.event(OutboxLogEvent.LEASE_NOT_RETURNED).log("it runs out by itself");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
