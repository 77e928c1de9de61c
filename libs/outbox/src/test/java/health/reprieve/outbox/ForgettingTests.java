package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgettingTests {

    private static final Store STORE = Store.fresh();

    private final RelayScene scene = new RelayScene(STORE);

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
                SampleNews.of("tests", "expired", 1, NOON));
        STORE.run("UPDATE outbox SET published_at = '2027-02-20T00:00:00Z' WHERE key = 'long ago'");
        STORE.run("UPDATE outbox SET published_at = '2027-03-01T13:00:00Z' WHERE key IN ('lately', 'expired')");
        STORE.run("INSERT INTO inbox VALUES ('mail', gen_random_uuid(), '2027-02-04T00:00:00Z')");
        STORE.run("INSERT INTO inbox VALUES ('mail', gen_random_uuid(), '2027-01-31T00:00:00Z')");

        new OutboxRows(STORE.database())
                .forget(NOON.plus(Duration.ofHours(2)), Duration.ofDays(7))
                .block();

        assertThat(STORE.texts("SELECT key FROM outbox ORDER BY position")).containsExactly("lately", "waiting");
        assertThat(STORE.count("inbox")).isOne();
    }
}
