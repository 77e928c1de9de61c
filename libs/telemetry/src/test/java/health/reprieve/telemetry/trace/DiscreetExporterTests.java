package health.reprieve.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscreetExporterTests {

    private static final String SECRET = "rosa@example.org";

    private final List<SpanData> sent = new ArrayList<>();
    private final SdkTracerProvider traces = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetExporter(new Remembering())))
            .build();

    @Test
    void onlyWhatStandsOnTheListIsSent() {
        var span = traces.get("tests").spanBuilder("mail").startSpan();
        span.setAttribute("outcome", "ACCEPTED");
        span.setAttribute("http.url", "/sign-in?email=" + SECRET);
        span.setAttribute("whatever", SECRET);
        span.end();

        assertThat(sent).singleElement().satisfies(told -> {
            assertThat(told.getName()).isEqualTo("mail");
            assertThat(told.getAttributes().asMap()).containsOnlyKeys(AttributeKey.stringKey("outcome"));
            assertThat(told.getTotalAttributeCount()).isOne();
            assertThat(told.toString()).doesNotContain(SECRET);
        });
    }

    @Test
    void ofAFailureOnlyItsKindIsSent() {
        var span = traces.get("tests").spanBuilder("mail").startSpan();
        span.recordException(new IllegalStateException("no mailbox for " + SECRET));
        span.setStatus(StatusCode.ERROR, "no mailbox for " + SECRET);
        span.end();

        assertThat(sent).singleElement().satisfies(told -> {
            assertThat(told.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(told.getStatus().getDescription()).isEmpty();
            assertThat(told.getEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getAttributes().asMap())
                            .containsOnlyKeys(AttributeKey.stringKey("exception.type")));
        });
    }

    private final class Remembering implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            sent.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
