package health.reprieve.bench.stage;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/**
 * The logging of the benchmark's own JVM. A system that is started inside it logs into files of its own, for the whole JVM; when
 * it is gone, so are they, and what goes wrong later would not be seen.
 */
public final class OwnLogging implements AutoCloseable {

    private OwnLogging() {}

    /** Begin it before whatever takes the logging over, so that it is closed after that has ended. */
    public static OwnLogging thatComesBack() {
        return new OwnLogging();
    }

    /** Sets it up as it was when the JVM started. */
    @Override
    public void close() throws JoranException {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            new ContextInitializer(context).autoConfig();
        }
    }
}
