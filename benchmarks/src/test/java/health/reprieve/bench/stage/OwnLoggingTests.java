package health.reprieve.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OwnLoggingTests {

    @Test
    void whoeverTookTheLoggingOverIsForgotten() throws Exception {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        try (var _ = OwnLogging.thatComesBack()) {
            context.reset();
            assertThat(root(context).iteratorForAppenders()).isExhausted();
        }
        assertThat(root(context).iteratorForAppenders()).hasNext();
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
