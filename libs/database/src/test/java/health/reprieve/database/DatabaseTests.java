package health.reprieve.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.reprieve.backing.Backing;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

class DatabaseTests {

    private static final int POOL = 4;
    private static ConnectionPool pool;
    private static Database database;
    private static DatabaseClient client;

    @BeforeAll
    static void connect() {
        var backing = Backing.database();
        var options = ConnectionFactoryOptions.parse(backing.r2dbcUrl())
                .mutate()
                .option(ConnectionFactoryOptions.USER, backing.user())
                .option(ConnectionFactoryOptions.PASSWORD, backing.password())
                .build();
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                .maxSize(POOL)
                .maxAcquireTime(Duration.ofSeconds(5))
                .build());
        client = DatabaseClient.create(pool);
        database = database(200);
        client.sql("CREATE TABLE note (text text)").then().block();
    }

    @AfterAll
    static void disconnect() {
        pool.dispose();
    }

    @BeforeEach
    void empty() {
        client.sql("DELETE FROM note").then().block();
    }

    @Test
    void whatIsWrittenInATransactionIsThereWhenItCompletes() {
        database.transaction(c -> write("kept")).block();

        assertThat(notes()).containsExactly("kept");
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        var failing = database.transaction(c -> write("lost").then(Mono.error(new IllegalStateException("no"))));

        assertThatThrownBy(failing::block).hasMessage("no");
        assertThat(notes()).isEmpty();
    }

    @Test
    void aTransactionInsideATransactionIsPartOfIt() {
        var failing = database.transaction(
                c -> database.transaction(inner -> write("inner")).then(Mono.error(new IllegalStateException("no"))));

        assertThatThrownBy(failing::block).hasMessage("no");
        assertThat(notes()).isEmpty();
    }

    @Test
    void workWhoseClientHangsUpIsDoneAllTheSame() {
        var begun = new CountDownLatch(1);
        var work = database.transaction(c -> c.sql("SELECT pg_sleep(0.2)")
                .then()
                .doOnSubscribe(s -> begun.countDown())
                .then(write("done")));

        var hungUp = work.subscribe();
        await().until(() -> begun.getCount() == 0);
        hungUp.dispose();

        await().untilAsserted(() -> assertThat(notes()).containsExactly("done"));
    }

    @Test
    void aHangUpStormLeavesNoConnectionStuck() {
        long seed = new Random().nextLong();
        System.out.println("hang-up storm, seed " + seed);
        var random = new Random(seed);
        var calls = Flux.range(0, 600)
                .map(i -> random.nextDouble() < 0.7 ? random.nextInt(4) : -1)
                .flatMap(DatabaseTests::callAndPerhapsHangUp, 24);

        calls.blockLast(Duration.ofSeconds(60));

        await().untilAsserted(() ->
                assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero());
        var probes = Flux.range(0, POOL)
                .flatMap(i -> database.one(c -> c.sql("SELECT 1 FROM pg_sleep(0.05)")
                        .mapValue(Integer.class)
                        .one()))
                .collectList()
                .block(Duration.ofSeconds(5));
        assertThat(probes).hasSize(POOL);
        var stuck =
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in tr%'";
        assertThat(client.sql(stuck).mapValue(Long.class).one().block()).isZero();
    }

    @Test
    void oneWorkTooManyIsRefusedAtOnce() {
        var narrow = database(1);
        var begun = new CountDownLatch(1);
        var slow = narrow.one(c -> c.sql("SELECT pg_sleep(0.3)").then().doOnSubscribe(s -> begun.countDown()));
        slow.subscribe();
        await().until(() -> begun.getCount() == 0);

        StepVerifier.create(narrow.one(c -> c.sql("SELECT 1").then())).verifyError(DatabaseBusy.class);

        await().ignoreExceptions()
                .untilAsserted(() -> narrow.one(c -> c.sql("SELECT 1").then()).block());
    }

    @Test
    void moreRowsThanOneAnswerMayHoldAreAnError() {
        var many = database.list(c ->
                c.sql("SELECT generate_series(1, 201)").mapValue(Integer.class).all());

        StepVerifier.create(many).verifyError(TooManyRows.class);
    }

    @Test
    void theCallersContextReachesTheWork() {
        var seen = database.one(c -> Mono.deferContextual(context -> Mono.just(context.<String>get("who"))))
                .contextWrite(Context.of("who", "me"))
                .block();

        assertThat(seen).isEqualTo("me");
    }

    @Test
    void aDeadlockIsTriedAgainByItself() {
        client.sql("CREATE TABLE IF NOT EXISTS pair (id int PRIMARY KEY, n int)")
                .then()
                .block();
        client.sql("INSERT INTO pair VALUES (1, 0), (2, 0) ON CONFLICT DO NOTHING")
                .then()
                .block();

        Mono.when(raise(1, 2), raise(2, 1)).block(Duration.ofSeconds(20));

        assertThat(client.sql("SELECT sum(n) FROM pair")
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isEqualTo(4);
    }

    private static Mono<Void> raise(int first, int second) {
        return database.transaction(c -> c.sql("UPDATE pair SET n = n + 1 WHERE id = " + first)
                .then()
                .then(c.sql("SELECT pg_sleep(0.2)").then())
                .then(c.sql("UPDATE pair SET n = n + 1 WHERE id = " + second).then()));
    }

    @Test
    void aBrokenStatementIsNotTriedAgain() {
        var broken =
                database.transaction(c -> c.sql("SELECT nothing FROM nowhere").then());

        StepVerifier.create(broken).verifyError(DataAccessException.class);
    }

    private static Mono<Integer> callAndPerhapsHangUp(int hangUpAfterMillis) {
        var call = database.transaction(c -> c.sql("SELECT generate_series(1, 200)")
                        .mapValue(Integer.class)
                        .all()
                        .count())
                .subscribeOn(Schedulers.parallel())
                .map(Long::intValue);
        return hangUpAfterMillis < 0 ? call : call.timeout(Duration.ofMillis(hangUpAfterMillis), Mono.just(0));
    }

    private static Database database(int worksAtOnce) {
        var transactions = TransactionalOperator.create(new R2dbcTransactionManager(pool));
        return new Database(
                client, transactions, worksAtOnce, Duration.ofSeconds(20), new Meters(new SimpleMeterRegistry()));
    }

    private static Mono<Void> write(String text) {
        return client.sql("INSERT INTO note VALUES (:text)").bind("text", text).then();
    }

    private static List<String> notes() {
        return requireNonNull(client.sql("SELECT text FROM note")
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
    }
}
