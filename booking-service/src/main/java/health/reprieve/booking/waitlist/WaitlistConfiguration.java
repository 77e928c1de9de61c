package health.reprieve.booking.waitlist;

import health.reprieve.telemetry.metric.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WaitlistConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "booking.waiting-list.watched", matchIfMissing = true)
    Rounds waitingRoundsTimer(WaitingRounds rounds, WaitlistSettings settings) {
        return new Rounds("waiting-list", settings.every(), settings.every(), rounds::look);
    }
}
