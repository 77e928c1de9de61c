package health.reprieve.booking.appointment.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RoundsTests {

    private final List<CompletableFuture<String>> begun = new ArrayList<>();
    private final Rounds<String> rounds = new Rounds<>(() -> {
        var round = new CompletableFuture<String>();
        begun.add(round);
        return Mono.fromFuture(round);
    });

    @Test
    void whoComesFirstBeginsARound() {
        var first = rounds.next().toFuture();

        begun.getFirst().complete("one");

        assertThat(first).isCompletedWithValue("one");
    }

    @Test
    void whoComesWhileOneRunsSharesTheNextAndNotThisOne() {
        var first = rounds.next().toFuture();
        var second = rounds.next().toFuture();
        var third = rounds.next().toFuture();

        begun.getFirst().complete("one");

        assertThat(first).isCompletedWithValue("one");
        assertThat(second).isNotDone();
        assertThat(begun).hasSize(2);
        begun.getLast().complete("two");
        assertThat(second).isCompletedWithValue("two");
        assertThat(third).isCompletedWithValue("two");
        assertThat(begun).hasSize(2);
    }

    @Test
    void aRoundThatFailsIsToldToItsOwnAndHarmsNoLaterOne() {
        var first = rounds.next().toFuture();
        var second = rounds.next().toFuture();

        begun.getFirst().completeExceptionally(new IllegalStateException("away"));

        assertThat(first).isCompletedExceptionally();
        begun.getLast().complete("two");
        assertThat(second).isCompletedWithValue("two");
    }

    @Test
    void whoHangsUpEndsNobodysRound() {
        var first = rounds.next().toFuture();
        var second = rounds.next().toFuture();

        first.cancel(true);
        begun.getFirst().complete("one");
        begun.getLast().complete("two");

        assertThat(second).isCompletedWithValue("two");
    }
}
