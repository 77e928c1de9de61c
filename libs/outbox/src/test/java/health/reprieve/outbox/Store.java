package health.reprieve.outbox;

import static java.util.Objects.requireNonNull;

import health.reprieve.backing.Backing;
import health.reprieve.backing.PostgresDatabase;
import health.reprieve.database.Database;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** One process's connections to a database that has the outbox's tables. */
final class Store implements AutoCloseable {

    private final PostgresDatabase place;
    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final Database database;

    private Store(PostgresDatabase place) {
        this.place = place;
        var options = ConnectionFactoryOptions.parse(place.r2dbcUrl())
                .mutate()
                .option(ConnectionFactoryOptions.USER, place.user())
                .option(ConnectionFactoryOptions.PASSWORD, place.password())
                .build();
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                .maxSize(8)
                .maxAcquireTime(Duration.ofSeconds(10))
                .build());
        client = DatabaseClient.create(pool);
        var transactions = TransactionalOperator.create(new R2dbcTransactionManager(pool));
        database =
                new Database(client, transactions, 200, Duration.ofSeconds(20), new Meters(new SimpleMeterRegistry()));
    }

    static Store fresh() {
        var place = Backing.database();
        Flyway.configure()
                .dataSource(place.jdbcUrl(), place.user(), place.password())
                .locations("classpath:db/outbox")
                .load()
                .migrate();
        var store = new Store(place);
        store.run("CREATE TABLE change (who text, what text)");
        return store;
    }

    /** The same data, seen by another process. */
    Store again() {
        return new Store(place);
    }

    Database database() {
        return database;
    }

    void clear() {
        run("TRUNCATE outbox, inbox, applied_version, relay_lease, change");
    }

    void run(String sql) {
        client.sql(sql).then().block();
    }

    long count(String ofWhat) {
        return requireNonNull(client.sql("SELECT count(*) FROM " + ofWhat)
                .mapValue(Long.class)
                .one()
                .block());
    }

    List<String> texts(String sql) {
        return requireNonNull(
                client.sql(sql).mapValue(String.class).all().collectList().block());
    }

    @Override
    public void close() {
        // a connection that a test has cut cannot say goodbye
        pool.disposeLater().onErrorComplete().block(Duration.ofSeconds(10));
    }
}
