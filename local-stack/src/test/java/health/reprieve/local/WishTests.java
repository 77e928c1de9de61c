package health.reprieve.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTests {

    @Test
    void withoutArgumentsTheUsualSystemStartsWithItsDemoClinic() {
        assertThat(Wish.of()).isEqualTo(new Wish.Start(Settings.usual(), false));
        assertThat(Settings.usual().demo()).isTrue();
        assertThat(Settings.usual().ports().frontDoor()).isEqualTo(8080);
    }

    @Test
    void portMovesTheFrontDoorAlone() {
        assertThat(started("--port", "9090").ports())
                .isEqualTo(PortPlan.usual().withFrontDoor(9090))
                .isEqualTo(started("--port=9090").ports());
    }

    @Test
    void movePortsMovesEveryPort() {
        List<Integer> usual = List.copyOf(PortPlan.usual().byName().values());

        assertThat(started("--move-ports", "1000").ports().byName().values())
                .containsExactlyElementsOf(
                        usual.stream().map(port -> port + 1000).toList());
    }

    @Test
    void theRestIsTakenAsSaid() {
        assertThat(Wish.of("--reset", "--no-demo", "--data", "elsewhere"))
                .isEqualTo(
                        new Wish.Start(Settings.usual().in(Path.of("elsewhere")).withoutDemo(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpIsGivenWhateverElseIsSaid(String help) {
        assertThat(Wish.of("--reset", help)).isEqualTo(new Wish.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./run",
                "--port",
                "--move-ports",
                "--data",
                "--no-demo",
                "--reset",
                "--build",
                "--help",
                "JAVA_HOME"
            })
    void helpTells(String word) {
        assertThat(Wish.help()).contains(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --prot 9090         | There is no option --prot.
                    9090                | There is no option 9090.
                    --port              | The option --port needs a value.
                    --port=             | The option --port needs a value.
                    --port --reset      | The option --port needs a value.
                    --port 9o90         | The option --port needs a number, not 9o90.
                    --port -1           | The option --port needs a number, not -1.
                    --port 99999        | Port 99999 for the front door is not between 1024 and 65535.
                    --port 80           | Port 80 for the front door is not between 1024 and 65535.
                    --move-ports 60000  | is not between 1024 and 65535.
                    --port 8032         | Port 8032 is used by another part of the system.
                    """)
    void whatIsNotUnderstoodIsSaidInOneSentenceAndHelpIsNamed(String arguments, String sentence) {
        assertThat(Wish.of(arguments.split(" ")))
                .isInstanceOfSatisfying(
                        Wish.NotUnderstood.class,
                        answer -> assertThat(answer.sentence())
                                .contains(sentence)
                                .endsWith("./run --help tells which there are."));
    }

    private static Settings started(String... arguments) {
        return ((Wish.Start) Wish.of(arguments)).settings();
    }
}
