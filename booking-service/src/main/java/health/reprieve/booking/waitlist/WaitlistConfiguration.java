package health.reprieve.booking.waitlist;

import health.reprieve.telemetry.metric.Rounds;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class WaitlistConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "booking.waiting-list.watched", matchIfMissing = true)
    Rounds waitingRoundsTimer(WaitingRounds rounds, WaitlistSettings settings) {
        return new Rounds("waiting-list", settings.every(), settings.every(), rounds::look);
    }

    /** As long as nobody knows of courses of treatment, nobody is below their dose. */
    @Bean
    @Fallback
    Shortfalls nobodyIsBelow() {
        return patients -> Mono.just(Map.of());
    }
}
