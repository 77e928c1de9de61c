package health.reprieve.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Lets controllers ask for their actor; part of {@link AccessConfiguration}, and of the front door. */
@Configuration(proxyBeanMethods = false)
public class ActorConfiguration {

    @Bean
    WebFluxConfigurer actorArguments() {
        return new ActorArguments();
    }

    /**
     * By default Spring Security wraps each of its filters, and measures and traces every one of them. Nobody looks at
     * that, each request pays for it, and a trace is told in our words or none.
     */
    @Bean
    static SecurityObservationSettings withoutObservationsOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }
}
