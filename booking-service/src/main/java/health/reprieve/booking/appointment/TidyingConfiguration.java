package health.reprieve.booking.appointment;

import health.reprieve.telemetry.metric.Rounds;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TidyingConfiguration {

    /** So soon that an instance which is often started anew tidies too. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @Bean
    Rounds tidyingRounds(Tidying tidying, TidyingSettings settings) {
        return new Rounds("tidying", SOON, settings.every(), tidying::tidy);
    }
}
