package health.reprieve.notification.message.email;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.notification.message.DeliverySettings;
import health.reprieve.notification.message.email.SmtpSettings.Security;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

/** What holds where nobody has set anything. */
class DefaultsTests {

    private final Binder binder = binder();
    private final SmtpSettings smtp = binder.bindOrCreate("notification.smtp", SmtpSettings.class);
    private final DeliverySettings delivery = binder.bindOrCreate("notification.delivery", DeliverySettings.class);

    @Test
    void aServerHasMinutesForTheFinalDotAndATryIsNotGivenUpBefore() {
        assertThat(smtp.dotLimit()).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(delivery.attemptLimit()).isGreaterThan(smtp.longestConversation());
        assertThat(delivery.lease()).isGreaterThan(delivery.attemptLimit());
    }

    @Test
    void aMailWhoseAnswerWasLostIsSentOnceMore() {
        assertThat(delivery.repeatsAfterUnknown()).isEqualTo(1);
    }

    @Test
    void nothingIsSentReadableUnlessThatIsSaid() {
        assertThat(smtp.security()).isEqualTo(Security.STARTTLS);
    }

    @Test
    void aStopIsOverBeforeItsTimeIs() {
        var phase = binder.bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class);

        assertThat(delivery.lastWords()).isLessThan(phase.get());
    }

    private static Binder binder() {
        try {
            var sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load("notification", new ClassPathResource("notification.yml"))
                    .forEach(sources::addLast);
            var resolver = new PropertySourcesPropertyResolver(sources);
            return new Binder(
                    ConfigurationPropertySources.from(sources),
                    value -> value instanceof String text
                            ? Objects.requireNonNull(resolver.resolvePlaceholders(text))
                            : value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
