package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgettingTests {

    private static final Keeping KEEPING = new Keeping(Duration.ofDays(7), Duration.ofDays(28));
    private static final Store STORE = Store.fresh();

    private final RelayScene scene = new RelayScene(STORE);
    private final OldRows rows = new OldRows(STORE.database());

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @BeforeEach
    void empty() {
        STORE.clear();
    }

    @Test
    void whatWasPublishedLongAgoIsForgottenAndWhatWaitsIsNot() {
        scene.append(
                SampleNews.of("long ago", 1),
                SampleNews.of("lately", 1),
                SampleNews.of("waiting", 1),
                SampleNews.of("tests", "expired", 1, NOON),
                SampleNews.of("tests", "expired and waiting", 1, NOON));
        STORE.run("UPDATE outbox SET published_at = '2027-02-20T00:00:00Z' WHERE key = 'long ago'");
        STORE.run("UPDATE outbox SET published_at = '2027-03-01T13:00:00Z' WHERE key IN ('lately', 'expired')");
        STORE.run("INSERT INTO inbox VALUES ('mail', gen_random_uuid(), '2027-02-04T00:00:00Z')");
        STORE.run("INSERT INTO inbox VALUES ('mail', gen_random_uuid(), '2027-01-31T00:00:00Z')");

        assertThat(forgetSome(10)).isFalse();

        assertThat(STORE.texts("SELECT key FROM outbox ORDER BY position"))
                .containsExactly("lately", "waiting", "expired and waiting");
        assertThat(STORE.count("inbox")).isOne();
    }

    @Test
    void aLotIsForgottenInPieces() {
        publishedLongAgo(5);

        assertThat(forgetSome(2)).isTrue();
        assertThat(STORE.count("outbox")).isEqualTo(3);
        assertThat(forgetSome(2)).isTrue();
        assertThat(forgetSome(2)).isFalse();
        assertThat(STORE.count("outbox")).isZero();
    }

    @Test
    void itBeginsWithTheServiceAndGoesOnUntilAllIsForgotten() {
        publishedLongAgo(2500);
        var forgetting = new Forgetting(rows, KEEPING, Clock.fixed(NOON.plusSeconds(7200), ZoneOffset.UTC));

        forgetting.start();

        await().until(() -> STORE.count("outbox") == 0);
        assertThat(forgetting.isRunning()).isTrue();
        forgetting.stop();
        assertThat(forgetting.isRunning()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outbox WHERE published_at < '2027-01-01' ORDER BY published_at",
                "outbox WHERE published_at IS NOT NULL AND expires_at < '2027-01-01' ORDER BY expires_at",
                "inbox WHERE handled_at < '2027-01-01' ORDER BY handled_at"
            })
    void whatIsOldIsFoundByAnIndex(String old) {
        var plan = STORE.database()
                .transaction(client -> client.sql("SET LOCAL enable_seqscan = off")
                        .then()
                        .then(client.sql("EXPLAIN SELECT 1 FROM %s LIMIT 10".formatted(old))
                                .mapValue(String.class)
                                .all()
                                .collectList()))
                .block();

        assertThat(plan).asString().contains("Index").doesNotContain("Sort");
    }

    private boolean forgetSome(int most) {
        return Boolean.TRUE.equals(
                rows.forgetSome(NOON.plusSeconds(7200), KEEPING, most).block());
    }

    private static void publishedLongAgo(int rows) {
        STORE.run("""
                INSERT INTO outbox (event_id, topic, key, version, type, occurred_at, data, published_at)
                SELECT gen_random_uuid(), 'tests', 'a', number, 'any', '2027-02-01', '{}', '2027-02-01'
                  FROM generate_series(1, %d) AS number
                """.formatted(rows));
    }
}
