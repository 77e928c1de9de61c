package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailedSendsTests {

    private static final Store STORE = Store.fresh();

    private final RelayScene scene = new RelayScene(STORE);
    private final OutboxRelay relay = scene.relay();

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @BeforeEach
    void empty() {
        STORE.clear();
    }

    static Stream<Named<CompletableFuture<?>>> troubles() {
        return Stream.of(
                Named.of("Kafka says no", CompletableFuture.failedFuture(new IllegalStateException("no"))),
                Named.of("Kafka says nothing", new CompletableFuture<>()));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aFailedSendHoldsBackLaterNewsOfItsKeyButNotOfOthers(CompletableFuture<?> trouble) throws InterruptedException {
        scene.append(
                SampleNews.of("a", 1),
                SampleNews.of("a", 2),
                SampleNews.of("b", 1),
                SampleNews.of("a", 3),
                SampleNews.of("b", 2));
        scene.kafka().answer(event -> SampleNews.is(event, "a", 1) ? trouble : null);

        assertThat(relay.pass()).isEqualTo(2);
        assertThat(scene.kafka().names()).containsExactlyInAnyOrder("a-1", "b-1", "b-2");

        scene.kafka().recover();
        assertThat(relay.pass()).isEqualTo(3);
        assertThat(scene.kafka().names().subList(3, 6)).containsExactly("a-1", "a-2", "a-3");
        assertThat(scene.waiting()).isZero();
    }

    @Test
    void aSendThatIsRefusedOnTheSpotIsAFailedSendLikeAnyOther() throws InterruptedException {
        scene.append(SampleNews.of("a", 1), SampleNews.of("a", 2), SampleNews.of("b", 1));
        scene.kafka().answer(event -> {
            if (SampleNews.is(event, "a", 1)) {
                throw new IllegalStateException("too large");
            }
            return null;
        });

        assertThat(relay.pass()).isEqualTo(1);
        assertThat(scene.kafka().names()).containsExactlyInAnyOrder("a-1", "b-1");
        assertThat(scene.waiting()).isEqualTo(2);
    }

    @Test
    void newsWhoseDataIsNoJsonHoldsBackNobodyElse() throws InterruptedException {
        scene.append(SampleNews.broken("a"), SampleNews.of("b", 1));

        assertThat(relay.pass()).isEqualTo(1);
        assertThat(scene.kafka().names()).containsExactly("b-1");
    }
}
