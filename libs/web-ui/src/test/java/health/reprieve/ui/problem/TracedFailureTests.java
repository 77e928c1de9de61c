package health.reprieve.ui.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import health.reprieve.telemetry.trace.Traceparent;
import health.reprieve.ui.GalleryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** Whoever reads of a failure finds the request that met it. */
@GalleryServer
class TracedFailureTests {

    private static final Traceparent CLICK =
            new Traceparent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(ProblemHandler.class);
    private final ProblemHandler problems;

    TracedFailureTests(@Autowired ProblemHandler problems) {
        this.problems = problems;
    }

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void leave() {
        log.detachAppender(lines);
    }

    @Test
    void theLineAboutAFailureNamesItsTrace() {
        fail(CLICK);

        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getKeyValuePairs())
                        .containsExactly(
                                new KeyValuePair("event.code", "unexpected-failure"),
                                new KeyValuePair("trace.id", CLICK.traceId())));
    }

    @Test
    void whereThereIsNoTraceNoneIsNamed() {
        fail(null);

        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getKeyValuePairs())
                        .containsExactly(new KeyValuePair("event.code", "unexpected-failure")));
    }

    private void fail(@Nullable Traceparent trace) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/broken"));
        problems.handle(exchange, new IllegalStateException("broken"))
                .contextWrite(context -> Traceparent.into(context, trace))
                .block();
    }
}
