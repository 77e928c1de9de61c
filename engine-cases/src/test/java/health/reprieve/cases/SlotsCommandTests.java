package health.reprieve.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SlotsCommandTests {

    private static final String MORNING = """
            {"id": "morning", "zone": "America/New_York", "now": "2027-04-06T08:00", "days": ["2027-04-06", "2027-04-06"],
             "session": {"length": 60}, "policy": {"grid": 60, "notice": 90},
             "therapists": [{"name": "Ana", "hours": {"daily": ["09:00-12:00"]}}]%s}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theTimesAreToldByTheClinicsClock() {
        assertThat(answer(MORNING.formatted(""))).isZero();

        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "morning",
                        "  offered  2027-04-06T10:00-04:00  2027-04-06T11:00-04:00  Ana",
                        "  offered  2027-04-06T11:00-04:00  2027-04-06T12:00-04:00  Ana",
                        "2 offered",
                        "");
    }

    @Test
    void whoAsksWhyIsToldEveryRefusedStartWithItsRuleAndWhoMayLiftIt() {
        assertThat(answer(MORNING.formatted(""), "--why")).isZero();

        assertThat(out.toString(UTF_8))
                .contains("refused  2027-04-06T09:00-04:00  Ana  too-soon: earliest 2027-04-06T09:30-04:00"
                        + "  (rule NOTICE, lifted by FRONT_DESK)")
                .contains("refused  2027-04-06T08:00-04:00  Ana  outside-hours:")
                .contains("22 refused");
    }

    @Test
    void machinesAreToldTheSame() {
        answer(MORNING.formatted(""), "--why", "--json");

        var told = JsonMapper.shared().readTree(out.toString(UTF_8));
        assertThat(told.get("offered").size()).isEqualTo(2);
        assertThat(told.get("refused").size()).isEqualTo(22);
        assertThat(told.at("/offered/0/start").asString()).isEqualTo("2027-04-06T10:00:00-04:00");
        assertThat(told.at("/refused/9/reasons/0/code").asString()).isEqualTo("too-soon");
    }

    @Test
    void anAnswerOtherwiseThanExpectedIsToldAndEndsWithOne() {
        assertThat(answer(MORNING.formatted(", \"expect\": {\"count\": 3}"))).isOne();

        assertThat(out.toString(UTF_8)).contains("NOT AS EXPECTED  count: expected 3, found 2");
    }

    @Test
    void anAnswerAsExpectedSaysSo() {
        assertThat(answer(MORNING.formatted(", \"expect\": {\"count\": 2}"))).isZero();

        assertThat(out.toString(UTF_8)).contains("as expected");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'{'                                                 | 'it is not JSON'",
                "'{\"zone\": \"Mars\"}'                              | 'required property ''days'' not found'",
                "'{\"sessions\": 1}'                                 | 'sessions'",
                "'{\"cases\": []}'                            | '/cases: '",
            })
    void whatIsNoCaseIsRefusedWithWhatIsWrong(String text, String sentence) {
        assertThat(answer(text)).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains(sentence);
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest(name = "{1} for {0} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "America/New_York | Mars/Crater         | there is no time zone Mars/Crater",
                "2027-04-06T08:00 | 2027-03-14T02:30    | 2027-03-14T02:30 does not exist in America/New_York: the clock goes on to 2027-03-14T03:00 there",
                "2027-04-06T08:00 | 2027-11-07T01:30    | 2027-11-07T01:30 exists twice in America/New_York: say 2027-11-07T01:30-04:00 or 2027-11-07T01:30-05:00",
                "2027-04-06T08:00 | 2027-02-30T01:30    | 2027-02-30T01:30 is no time",
                "09:00-12:00      | 09:00-25:00         | 09:00-25:00 are no hours",
                "2027-04-06       | 2027-02-30          | 2027-02-30 is no date",
                "\"2027-04-06\"]  | \"2099-04-06\"]     | days",
            })
    void whatCannotBeIsRefusedWithWhatIsWrong(String right, String wrong, String sentence) {
        assertThat(answer(MORNING.formatted("").replace(right, wrong))).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains(sentence);
    }

    @Test
    void aVisitOfSomebodyWhoIsNotDescribedIsAMistake() {
        var visit =
                ", \"visits\": [{\"therapist\": \"Anna\", \"from\": \"2027-04-06T10:00\", \"until\": \"2027-04-06T11:00\"}]";

        assertThat(answer(MORNING.formatted(visit))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("a visit names the therapist Anna, who is not described");
    }

    @Test
    void aFileThatIsNotThereAndAnOptionThatIsNoneAreRefused() {
        assertThat(run("", "nowhere.json")).isEqualTo(2);
        assertThat(run("", "-", "--whom")).isEqualTo(2);

        assertThat(err.toString(UTF_8))
                .contains("nowhere.json: there is no such file")
                .contains("There is no option --whom.");
    }

    private int answer(String text, String... options) {
        return run(text, Stream.concat(Stream.of("-"), Stream.of(options)).toArray(String[]::new));
    }

    private int run(String text, String... arguments) {
        return new SlotsCommand(
                        new ByteArrayInputStream(text.getBytes(UTF_8)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8))
                .run(List.of(arguments));
    }
}
