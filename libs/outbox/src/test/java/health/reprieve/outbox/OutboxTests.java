package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.NoTransactionException;
import reactor.core.publisher.Mono;

class OutboxTests {

    private static final Store STORE = Store.fresh();
    private final RelaySignal signal = new RelaySignal();
    private final Outbox outbox = new Outbox(STORE.database(), signal);

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @BeforeEach
    void empty() {
        STORE.clear();
    }

    @Test
    void aChangeAndItsNewsAreCommittedTogether() {
        STORE.database().transaction(client -> change().then(append("a", 1))).block();

        assertThat(STORE.count("change")).isOne();
        assertThat(STORE.count("outbox WHERE published_at IS NULL")).isOne();
    }

    @Test
    void newsOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> append("a", 1).block()).isInstanceOf(NoTransactionException.class);
        assertThat(STORE.count("outbox")).isZero();
    }

    @Test
    void newsInAStatementOfItsOwnIsRefusedToo() {
        var alone = STORE.database().one(client -> append("a", 1));

        assertThatThrownBy(alone::block).isInstanceOf(NoTransactionException.class);
        assertThat(STORE.count("outbox")).isZero();
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoNewsAndWakesNobody() throws InterruptedException {
        var failing = STORE.database()
                .transaction(client -> change().then(append("a", 1)).then(Mono.error(new IllegalStateException("no"))));

        assertThatThrownBy(failing::block).hasMessage("no");
        assertThat(STORE.count("change")).isZero();
        assertThat(STORE.count("outbox")).isZero();
        assertThat(signal.await(Duration.ZERO)).isFalse();
    }

    @Test
    void aCommitWakesTheRelay() throws InterruptedException {
        STORE.database().transaction(client -> append("a", 1)).block();

        assertThat(signal.await(Duration.ZERO)).isTrue();
    }

    @Test
    void twoNewsOfOneVersionCannotBe() {
        STORE.database().transaction(client -> append("a", 1)).block();
        var second = STORE.database().transaction(client -> change().then(append("a", 1)));

        assertThatThrownBy(second::block).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(STORE.count("change")).isZero();
    }

    @Test
    void newsThatIsAStepOfALargerStatementIsLeftWhenTheStepBeforeItLeftARow() {
        oneStatement("'it'").block();

        assertThat(STORE.count("outbox")).isOne();
    }

    @Test
    void newsThatIsAStepOfALargerStatementIsNotLeftWhenTheStepBeforeItLeftNone() {
        oneStatement("'it' WHERE false").block();

        assertThat(STORE.count("outbox")).isZero();
    }

    private Mono<Void> oneStatement(String changed) {
        var statement =
                "WITH written AS (INSERT INTO change SELECT 'me', %s RETURNING who), told AS (%s) SELECT who FROM written"
                        .formatted(changed, Outbox.insertAfter("written"));
        return STORE.database()
                .transaction(client -> Outbox.bind(client.sql(statement), SampleNews.of("a", 1), null)
                        .then()
                        .then(outbox.wakeAfterCommit()));
    }

    private Mono<Void> append(String key, long version) {
        return outbox.append(SampleNews.of(key, version));
    }

    private static Mono<Void> change() {
        return STORE.database()
                .one(client ->
                        client.sql("INSERT INTO change VALUES ('me', 'it')").then());
    }
}
