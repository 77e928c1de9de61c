package health.reprieve.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTests {

    @Test
    void figuresStandInColumnsWithWhatTheyAreHeldAgainst() {
        assertThat(TextReport.of(Samples.report())).isEqualTo("""
                2 cores (A Processor), 24,000 MB, A System, JDK Temurin-25
                commit abc1234, 2027-03-01T10:00:00Z, load before: 0.10

                                   figure      asked for  met  beside it, in the same run   ratio
                ./bench search   (61 s)
                  a search, p99  1,235 ms       <= 25 ms  NO   the bare SQL: 61.7 ms       20.0 x
                  refused               0           <= 0  yes
                  bookings       1,500 /s  >= 35 % of it  yes  bare statement: 4,000 /s    37.5 %
                  - an answer has 760 kB

                ./bench mail   (3 s)
                  - it broke off: no port was free
                """);
    }

    @Test
    void aMachineThatWasNotQuietIsSaidFirst() {
        var busy = TextReport.of(new Report(Samples.machine(7), List.of()));

        assertThat(busy).contains("load before: 7; THE MACHINE WAS NOT QUIET");
    }

    @Test
    void aLoadThatNobodyKnowsIsNotCalledQuiet() {
        assertThat(TextReport.of(new Report(Samples.machine(-1), List.of()))).contains("load before: unknown");
    }

    @Test
    void nothingIsNoShareOfAnything() {
        var deadlocks = Figure.of("deadlocks", 0, Unit.COUNT);

        assertThat(Words.ratio(deadlocks.beside("plain", 12))).isEmpty();
        assertThat(Words.ratio(deadlocks.beside("plain", 0))).isEmpty();
    }

    @Test
    void aShareThatIsTooSmallForItsDigitsIsNotCalledNothing() {
        assertThat(Words.ratio(Figure.of("few", 1, Unit.COUNT).beside("many", 10_000)))
                .isEqualTo("< 0.10 %");
    }
}
