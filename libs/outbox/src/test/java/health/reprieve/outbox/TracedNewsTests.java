package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import health.reprieve.backing.Backing;
import health.reprieve.database.Database;
import health.reprieve.telemetry.trace.Traceparent;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** News keeps to the trace of what caused it, where traces are sent and where they are not. */
class TracedNewsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Traceparent CLICK =
            new Traceparent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);

    private static final ConfigurableApplicationContext TELLING = SmallService.start(
            Backing.database(),
            Map.of(
                    "management.opentelemetry.tracing.export.otlp.endpoint", "http://127.0.0.1:1/v1/traces",
                    "management.opentelemetry.tracing.export.schedule-delay", "1h"));
    private static final ConfigurableApplicationContext SILENT = SmallService.start();

    @AfterAll
    static void close() {
        TELLING.close();
        SILENT.close();
    }

    @Test
    void theRecordNamesTheTraceAndTheStepThatPublishedIt() {
        append(TELLING, "told", CLICK);

        assertThat(traceparent(TELLING, "told")).satisfies(sent -> {
            assertThat(sent.traceId()).isEqualTo(CLICK.traceId());
            assertThat(sent.spanId()).isNotEqualTo(CLICK.spanId());
        });
    }

    @Test
    void theEffectBelongsToTheTrace() {
        append(TELLING, "effect", CLICK);

        assertThat(heardIn(TELLING, "effect").traceId()).isEqualTo(CLICK.traceId());
    }

    @Test
    void newsThatNothingCausedBeginsATrace() {
        append(TELLING, "alone", null);

        assertThat(heardIn(TELLING, "alone").traceId())
                .isEqualTo(traceparent(TELLING, "alone").traceId())
                .isNotEqualTo(CLICK.traceId());
    }

    @Test
    void theLineAboutAFailureNamesTheTrace() {
        var lines = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(Parking.class);
        lines.start();
        log.addAppender(lines);
        TELLING.getBean(SmallService.Ears.class).failNext(1);

        append(TELLING, "shaky", CLICK);

        await().atMost(PATIENCE).until(() -> !ears(TELLING).heard("shaky").isEmpty());
        log.detachAppender(lines);
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getMDCPropertyMap()).containsEntry("trace.id", CLICK.traceId()));
    }

    @Test
    void whereNoTracesAreSentNobodyMakesAny() {
        assertThat(TELLING.getBeanProvider(Tracer.class).getIfAvailable()).isNotNull();
        assertThat(SILENT.getBeanProvider(Tracer.class).getIfAvailable()).isNull();
        assertThat(SILENT.getBeanProvider(HearingSteps.class).getIfAvailable()).isNull();
    }

    @Test
    void whereNoTracesAreSentThatOfAnotherIsHandedOnAsItIs() {
        append(SILENT, "handed on", CLICK);
        append(SILENT, "none", null);

        assertThat(traceparent(SILENT, "handed on")).isEqualTo(CLICK);
        assertThat(traceparent(SILENT, "none")).isNull();
    }

    private static void append(ConfigurableApplicationContext service, String key, @Nullable Traceparent cause) {
        var outbox = service.getBean(Outbox.class);
        var news = SampleNews.of(topic(service).name(), key, 1, null);
        service.getBean(Database.class)
                .transaction(client -> outbox.append(news))
                .contextWrite(context -> Traceparent.into(context, cause))
                .block(PATIENCE);
        await().atMost(PATIENCE).until(() -> ears(service).heard(key).equals(List.of(1L)));
    }

    private static SmallService.Ears ears(ConfigurableApplicationContext service) {
        return service.getBean(SmallService.Ears.class);
    }

    private static Traceparent heardIn(ConfigurableApplicationContext service, String key) {
        return ears(service).traceOf(key);
    }

    private static Topic topic(ConfigurableApplicationContext service) {
        return new Topic(service.getEnvironment().getRequiredProperty("topic"), 1);
    }

    private static @Nullable Traceparent traceparent(ConfigurableApplicationContext service, String key) {
        var record = topic(service).records().stream()
                .filter(message -> message.key().equals(key))
                .findFirst()
                .orElseThrow();
        var header = record.headers().lastHeader(Traceparent.HEADER);
        return header == null ? null : Traceparent.parse(new String(header.value(), StandardCharsets.US_ASCII));
    }
}
