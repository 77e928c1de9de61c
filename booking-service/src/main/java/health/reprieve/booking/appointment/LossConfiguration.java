package health.reprieve.booking.appointment;

import health.reprieve.telemetry.metric.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LossConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "booking.loss.watched", matchIfMissing = true)
    Rounds lossRounds(Losses losses, LossSettings settings) {
        return new Rounds("booking-losses", settings.every(), settings.every(), losses::findAll);
    }
}
