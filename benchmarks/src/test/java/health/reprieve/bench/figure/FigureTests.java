package health.reprieve.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTests {

    private static final Figure FIVE = Figure.of("five", 5, Unit.COUNT);

    @Test
    void aLimitIsMetByItsOwnValue() {
        assertThat(FIVE.atMost(5).isMet()).contains(true);
        assertThat(FIVE.atLeast(5).isMet()).contains(true);
        assertThat(FIVE.atMost(4.9).isMet()).contains(false);
        assertThat(FIVE.atLeast(5.1).isMet()).contains(false);
    }

    @Test
    void aShareIsAskedOfThePeer() {
        assertThat(FIVE.atLeastOfPeer(0.5).beside("ten", 10).isMet()).contains(true);
        assertThat(FIVE.atLeastOfPeer(0.5).beside("eleven", 11).isMet()).contains(false);
    }

    @Test
    void nobodyCanTellAShareOfNothing() {
        assertThat(FIVE.atLeastOfPeer(0.5).isMet()).isEmpty();
        assertThat(FIVE.atLeastOfPeer(0.5).beside("none", 0).isMet()).isEmpty();
    }

    @Test
    void whatNothingIsAskedOfIsNeitherMetNorMissed() {
        assertThat(FIVE.beside("ten", 10).isMet()).isEmpty();
    }

    @Test
    void whatCouldNotBeMeasuredMeetsNothing() {
        assertThat(Figure.of("none", Double.NaN, Unit.COUNT).atMost(5).isMet()).contains(false);
    }
}
