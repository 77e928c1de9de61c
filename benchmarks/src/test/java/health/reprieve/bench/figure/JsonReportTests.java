package health.reprieve.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTests {

    private final JsonNode report = JsonMapper.shared().readTree(JsonReport.of(Samples.report()));

    @Test
    void theMachineAndTheSourcesAreNamed() {
        var machine = report.path("machine");

        assertThat(machine.path("cores").intValue()).isEqualTo(2);
        assertThat(machine.path("commit").stringValue()).isEqualTo("abc1234");
        assertThat(machine.path("date").stringValue()).isEqualTo("2027-03-01T10:00:00Z");
        assertThat(machine.path("jvm").path(0).stringValue()).isEqualTo("-Xmx768m");
    }

    @Test
    void aFigureHasItsBarAndItsPeer() {
        assertThat(figure(0)).isEqualTo(JsonMapper.shared().readTree("""
                {"what": "a search, p99", "value": 1234.5, "unit": "milliseconds",
                 "bar": {"kind": "at most", "value": 25.0}, "met": false,
                 "peer": {"what": "the bare SQL", "value": 61.7}, "ratio": %s}
                """.formatted(1234.5 / 61.7)));
    }

    @Test
    void whatDoesNotApplyIsLeftOut() {
        assertThat(figure(1)).isEqualTo(JsonMapper.shared().readTree("""
                {"what": "refused", "value": 0.0, "unit": "count", "bar": {"kind": "at most", "value": 0.0}, "met": true}
                """));
    }

    @Test
    void aBenchmarkThatBrokeOffSaysWhy() {
        var mail = report.path("benchmarks").path(1);

        assertThat(mail.path("command").stringValue()).isEqualTo("./bench mail");
        assertThat(mail.path("failure").stringValue()).isEqualTo("no port was free");
        assertThat(mail.path("figures")).isEmpty();
    }

    private JsonNode figure(int number) {
        return report.path("benchmarks").path(0).path("figures").path(number);
    }
}
