package health.reprieve.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.bench.stage.Effort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WishTests {

    @Test
    void withoutANameAllOfThemRun() {
        assertThat(Wish.of()).isEqualTo(new Wish.Run(List.of(Benchmark.values()), Effort.USUAL, false));
    }

    @Test
    void whatIsNamedRunsOnceInTheUsualOrder() {
        assertThat(Wish.of("mail", "engine", "mail"))
                .isEqualTo(new Wish.Run(List.of(Benchmark.ENGINE, Benchmark.MAIL), Effort.USUAL, false));
    }

    @Test
    void optionsMayStandAnywhere() {
        var json = new Wish.Run(List.of(Benchmark.HANG_UP), Effort.SHORT, true);

        assertThat(Wish.of("--json", "hang-up", "--short")).isEqualTo(json);
        assertThat(Wish.of("hang-up", "--full")).isEqualTo(new Wish.Run(json.benchmarks(), Effort.FULL, false));
    }

    @Test
    void anUnknownNameIsOneSentence() {
        assertThat(Wish.of("engine", "speed"))
                .isEqualTo(new Wish.NotUnderstood(
                        "There is no benchmark or option 'speed'; ./bench --help tells which there are."));
    }

    @Test
    void helpIsGivenWhateverElseIsAsked() {
        assertThat(Wish.of("engine", "--help")).isEqualTo(new Wish.Help());
    }

    @Test
    void theHelpNamesEveryBenchmarkInTheirOrderAndAboutHowLongItTakes() {
        var told = Wish.help()
                .lines()
                .filter(line -> line.matches("  [a-z].* min"))
                .map(line -> line.strip().replaceAll(" .* +([0-9.]+) min$", " $1"))
                .toList();

        assertThat(told)
                .isEqualTo(Stream.of(Benchmark.values())
                        .map(WishTests::nameAndMinutes)
                        .toList());
    }

    private static String nameAndMinutes(Benchmark benchmark) {
        double halves = Math.ceil(benchmark.about(Effort.USUAL).toSeconds() / 30.0);
        return "%s %s".formatted(benchmark.named(), String.valueOf(halves / 2).replace(".0", ""));
    }

    @Test
    void everyNameInTheHelpRunsSomething() {
        var names = Wish.help()
                .lines()
                .filter(line -> line.matches("  [a-z].* min"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();

        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Wish.of(name)).isInstanceOf(Wish.Run.class));
    }

    @Test
    void everyOptionInTheHelpIsUnderstood() {
        var options = Wish.help()
                .lines()
                .filter(line -> line.startsWith("  --"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();

        assertThat(options)
                .isNotEmpty()
                .allSatisfy(option -> assertThat(Wish.of(option)).isNotInstanceOf(Wish.NotUnderstood.class));
    }

    @Test
    void allTogetherTakeNoMoreThanTwelveMinutes() {
        var all = Stream.of(Benchmark.values())
                .mapToLong(benchmark -> benchmark.about(Effort.USUAL).toSeconds())
                .sum();

        assertThat(all).isLessThanOrEqualTo(12 * 60);
    }
}
