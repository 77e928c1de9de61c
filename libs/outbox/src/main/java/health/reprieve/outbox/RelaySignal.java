package health.reprieve.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay within the process, right after a commit, so that it need not wait for its next look. */
final class RelaySignal {

    private final Semaphore news = new Semaphore(0);

    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Returns when woken, or after the given time; whether it was woken. */
    boolean await(Duration atMost) throws InterruptedException {
        boolean woken = news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
        return woken;
    }
}
