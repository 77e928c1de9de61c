package health.reprieve.telemetry.trace;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Gives a service its {@link Spans}, and sees to it that no span says more than it may. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

    @Bean
    Spans spans(ObjectProvider<Tracer> tracer) {
        return Spans.of(tracer.getIfAvailable());
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(TracesAreSent.class)
    static class Sent {

        @Bean
        SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
            return SpanExporters.of(
                    exporters.orderedStream().map(DiscreetExporter::new).toList());
        }

        /** Whoever asks for health and figures asks often, and is nobody's click. */
        @Bean
        SpanExportingPredicate withoutProbes() {
            return span -> !span.getTags().getOrDefault(SpanTag.URI.key(), "").startsWith("/actuator");
        }

        /** By the names of the Elastic Common Schema. */
        @Bean
        Slf4JEventListener linesNameTheTrace() {
            return new Slf4JEventListener("trace.id", "span.id");
        }
    }
}
