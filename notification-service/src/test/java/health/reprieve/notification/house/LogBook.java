package health.reprieve.notification.house;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, codes and all: our own loggers to the last word, all others as in production. */
public final class LogBook implements AutoCloseable {

    /** The other side of the wire, which happens to run in this JVM. */
    private static final String MAIL_SERVER = "com.icegreen";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("health.reprieve");
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().startsWith(MAIL_SERVER)) {
                return;
            }
            lines.add("%s %s %s"
                    .formatted(
                            Objects.requireNonNullElse(event.getKeyValuePairs(), List.of()),
                            event.getFormattedMessage(),
                            ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    private LogBook() {}

    public static LogBook open() {
        var book = new LogBook();
        book.root.setLevel(Level.INFO);
        book.ours.setLevel(Level.TRACE);
        book.appender.setContext(book.root.getLoggerContext());
        book.appender.start();
        book.root.addAppender(book.appender);
        return book;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(before);
        ours.setLevel(null);
    }
}
