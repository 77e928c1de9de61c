package health.reprieve.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Lets controllers ask for their actor; part of {@link AccessConfiguration}, and of the front door. */
@Configuration(proxyBeanMethods = false)
public class ActorConfiguration {

    @Bean
    WebFluxConfigurer actorArguments() {
        return new ActorArguments();
    }
}
