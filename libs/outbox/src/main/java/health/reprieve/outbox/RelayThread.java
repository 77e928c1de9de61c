package health.reprieve.outbox;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the relay for as long as the service runs: woken after commits, looking by itself as a safety net. */
final class RelayThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RelayThread.class);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final OutboxRelay relay;
    private final RelaySignal signal;
    private final Duration lookEvery;
    private volatile @Nullable Thread thread;

    RelayThread(OutboxRelay relay, RelaySignal signal, Duration lookEvery) {
        this.relay = relay;
        this.signal = signal;
        this.lookEvery = lookEvery;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        var running = Objects.requireNonNull(thread);
        thread = null;
        running.interrupt();
        try {
            running.join(STOPPING);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        long cleaned = System.nanoTime();
        try {
            while (isRunning()) {
                passWithCare();
                if (System.nanoTime() - cleaned > BETWEEN_CLEANINGS.toNanos()) {
                    relay.forgetOld();
                    cleaned = System.nanoTime();
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("outbox-relay-stopped");
        } finally {
            giveBack();
        }
    }

    private void passWithCare() throws InterruptedException {
        try {
            if (relay.pass() == 0) {
                signal.await(lookEvery);
            }
        } catch (RuntimeException trouble) {
            if (!isRunning()) {
                throw new InterruptedException();
            }
            LOG.warn(
                    "outbox-relay-trouble: {}, trying again", trouble.getClass().getSimpleName());
            signal.await(AFTER_TROUBLE);
        }
    }

    private void giveBack() {
        boolean interrupted = Thread.interrupted();
        try {
            relay.giveBackLease();
        } catch (RuntimeException unreachable) {
            LOG.debug("outbox-lease-not-returned: it runs out by itself");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
