package health.reprieve.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageStateTests {

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "REFUSED", "SUPERSEDED", "EXPIRED"})
    void whatIsFinishedStaysFinished(MessageState state) {
        assertThat(state.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "DEFERRED", "UNKNOWN"})
    void whatIsNotFinishedCanOnlyBeTakenInHand(MessageState state) {
        assertThat(state.next()).containsExactly(MessageState.SENDING);
    }

    @Test
    void aMessageInHandGoesAnywhereButBackToTheStart() {
        assertThat(MessageState.SENDING.next())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(MessageState.QUEUED, MessageState.SENDING)));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "SENDING"})
    void aTryCannotEndWhereNoTryEnds(MessageState state) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Settlement(state, null, 0, 0));
    }
}
