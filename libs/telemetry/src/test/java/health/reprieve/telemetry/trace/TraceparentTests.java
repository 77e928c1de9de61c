package health.reprieve.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.util.context.Context;

class TraceparentTests {

    private static final String TEXT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void whatIsWrittenCanBeRead() {
        var read = Traceparent.parse(TEXT);

        assertThat(read).isEqualTo(new Traceparent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true));
        assertThat(read.text()).isEqualTo(TEXT);
    }

    @Test
    void aTraceThatIsNotKeptStaysOne() {
        var read = Traceparent.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");

        assertThat(read.sampled()).isFalse();
        assertThat(read.text()).endsWith("-00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rosa@example.org",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n"
            })
    void whatIsNoPlaceInATraceIsNone(String text) {
        assertThat(Traceparent.parse(text)).isNull();
    }

    @Test
    void aChainBelongsToTheTraceThatWasPutIntoItsContext() {
        var trace = Traceparent.parse(TEXT);

        assertThat(Traceparent.of(Traceparent.into(Context.empty(), trace))).isEqualTo(trace);
    }

    @Test
    void aChainWithoutATraceBelongsToNone() {
        assertThat(Traceparent.of(Traceparent.into(Context.empty(), null))).isNull();
        assertThat(Traceparent.of(Context.of("micrometer.observation", Observation.NOOP)))
                .isNull();
    }
}
