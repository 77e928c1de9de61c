package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.core.publisher.Mono;

class PassingTroubleTests {

    private static final Store STORE = Store.fresh();

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40001", "40P01", "55P03", "57014", "57P01", "57P03", "53300", "53100", "25006", "08006", "28P01",
                "3D000", "58030"
            })
    void whatTheServerSaysOfItselfPasses(String state) {
        assertThat(PassingTrouble.isIn(refusedWith(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "42P01", "22P02", "22001", "P0001", "XX000"})
    void whatTheServerSaysOfTheDataDoesNot(String state) {
        assertThat(PassingTrouble.isIn(refusedWith(state))).isFalse();
    }

    @Test
    void aConnectionThatBreaksInTheMiddlePasses() {
        var cut = catchThrowable(() -> STORE.run("SELECT pg_terminate_backend(pg_backend_pid())"));

        assertThat(PassingTrouble.isIn(cut)).isTrue();
    }

    @Test
    void anAnswerThatTakesTooLongPasses() {
        var slow = catchThrowable(() -> Mono.never().block(Duration.ofMillis(1)));
        var slower =
                catchThrowable(() -> Mono.never().timeout(Duration.ofMillis(1)).block());

        assertThat(PassingTrouble.isIn(slow)).isTrue();
        assertThat(PassingTrouble.isIn(slower)).isTrue();
    }

    @Test
    void aDatabaseThatIsBusyOrCannotBeReachedPasses() {
        assertThat(PassingTrouble.isIn(new TransientDataAccessResourceException("busy")))
                .isTrue();
        assertThat(PassingTrouble.isIn(new CannotCreateTransactionException("none")))
                .isTrue();
        assertThat(PassingTrouble.isIn(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
    }

    @Test
    void aFaultInTheProgramDoesNot() {
        assertThat(PassingTrouble.isIn(new NullPointerException())).isFalse();
        assertThat(PassingTrouble.isIn(new MalformedEvent("no"))).isFalse();
    }

    private static Throwable refusedWith(String state) {
        return catchThrowable(
                () -> STORE.run("DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '%s'; END $$".formatted(state)));
    }
}
