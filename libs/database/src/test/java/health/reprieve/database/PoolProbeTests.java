package health.reprieve.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.backing.Backing;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Sinks;

/** A pool of one connection, and what is shown of it. */
class PoolProbeTests {

    private static final ConnectionPool POOL = pool();

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();

    @BeforeAll
    static void connect() {
        POOL.warmup().block();
    }

    @AfterAll
    static void disconnect() {
        POOL.dispose();
    }

    @Test
    void aProbeThatIsAnsweredIsTimedAndNoFailure() {
        probe(database(9)).once().block();

        assertThat(registry.get("reprieve.database.probe").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(7);
        assertThat(Arrays.stream(ProbeFailure.values()).map(this::failures)).containsOnly(0.0);
    }

    @Test
    void whereAllPlacesAreTakenTheProbeIsRefusedLikeEverybodyAndSaysSo() {
        var database = database(1);
        var taken = taken(database);

        probe(database).once().block();

        assertThat(failures(ProbeFailure.BUSY)).isEqualTo(1);
        assertThat(registry.get("reprieve.database.refused").counter().count()).isEqualTo(1);
        assertThat(registry.get("reprieve.database.works").gauge().value()).isEqualTo(1);
        assertThat(registry.get("reprieve.database.works.most").gauge().value()).isEqualTo(1);
        taken.tryEmitEmpty();
        await().until(() -> registry.get("reprieve.database.works").gauge().value() == 0);
    }

    @Test
    void whereThePoolHasNoConnectionToGiveTheProbeSaysSo() {
        var database = database(9);
        var taken = taken(database);

        probe(database).once().block();

        assertThat(failures(ProbeFailure.NO_CONNECTION)).isEqualTo(1);
        assertThat(registry.get("reprieve.database.probe").timer().count()).isZero();
        taken.tryEmitEmpty();
    }

    /** Takes a place and the connection until it is let go. */
    private static Sinks.Empty<Void> taken(Database database) {
        var begun = new CountDownLatch(1);
        var end = Sinks.<Void>empty();
        database.one(client -> client.inConnection(connection -> {
                    begun.countDown();
                    return end.asMono();
                }))
                .subscribe();
        await().until(() -> begun.getCount() == 0);
        return end;
    }

    private PoolProbe probe(Database database) {
        return new PoolProbe(
                database,
                new Meters(registry),
                () -> nanos.getAndAdd(Duration.ofMillis(7).toNanos()));
    }

    private double failures(ProbeFailure kind) {
        return registry.get("reprieve.database.probe.failures")
                .tag("kind", Label.text(kind))
                .counter()
                .count();
    }

    private Database database(int worksAtOnce) {
        return new Database(
                DatabaseClient.create(POOL),
                TransactionalOperator.create(new R2dbcTransactionManager(POOL)),
                worksAtOnce,
                Duration.ofSeconds(20),
                new Meters(registry));
    }

    private static ConnectionPool pool() {
        var backing = Backing.database();
        var options = ConnectionFactoryOptions.parse(backing.r2dbcUrl())
                .mutate()
                .option(ConnectionFactoryOptions.USER, backing.user())
                .option(ConnectionFactoryOptions.PASSWORD, backing.password())
                .build();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                .initialSize(1)
                .maxSize(1)
                .maxAcquireTime(Duration.ofMillis(500))
                .build());
    }
}
