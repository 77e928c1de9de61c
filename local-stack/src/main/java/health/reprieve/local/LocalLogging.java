package health.reprieve.local;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Logging belongs to the JVM, not to a context: several Spring contexts would each set it up again, the last one winning.
 * So it is set once, here, and Spring Boot is told to leave it alone.
 */
final class LocalLogging {

    private LocalLogging() {}

    static void into(Path directory) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        try (InputStream settings =
                Objects.requireNonNull(LocalLogging.class.getResourceAsStream("logback.xml"), "logback.xml")) {
            context.reset();
            context.putProperty("directory", directory.toAbsolutePath().toString());
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(settings);
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        } catch (JoranException | IOException broken) {
            throw new IllegalStateException("Logging cannot be set up", broken);
        }
    }
}
