package health.reprieve.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when the relay's thread is gone or stuck, which only a new start of the service cures. That the database or
 * Kafka is away is no such thing: a new start would not bring them back.
 */
final class RelayHealth implements HealthIndicator {

    private final RelayThread thread;

    RelayHealth(RelayThread thread) {
        this.thread = thread;
    }

    @Override
    public Health health() {
        return (thread.isWell() ? Health.up() : Health.down()).build();
    }
}
