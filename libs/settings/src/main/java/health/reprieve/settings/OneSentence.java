package health.reprieve.settings;

import health.reprieve.telemetry.log.Log;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The last that an operator reads of a start that failed: one sentence where there is one, Boot's own report otherwise. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneSentence implements SpringBootExceptionReporter {

    private static final Log LOG = Log.of(OneSentence.class);

    private final @Nullable ConfigurableApplicationContext context;

    /** @param context none when not even the settings could be read */
    OneSentence(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = Complaint.about(failure, context == null ? null : context.getEnvironment());
        sentence.ifPresent(LOG.event(SettingsLogEvent.START_REFUSED)::log);
        return sentence.isPresent();
    }
}
