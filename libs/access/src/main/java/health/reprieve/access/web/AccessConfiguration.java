package health.reprieve.access.web;

import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.token.InnerTokenReader;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import reactor.core.publisher.Mono;

/** What a service behind the front door imports; it needs the service's {@link Clock} and {@link AccessProperties}. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(AccessProperties.class)
@Import(ActorConfiguration.class)
public class AccessConfiguration {

    @Bean
    AuthorizationMatrix authorizationMatrix(AccessProperties settings) {
        return AuthorizationMatrix.of(settings.audience());
    }

    @Bean
    ReactiveJwtDecoder innerTokenDecoder(AccessProperties settings, Clock clock) {
        return settings.decoder(clock);
    }

    @Bean
    SecurityWebFilterChain onlyThroughTheFrontDoor(
            ServerHttpSecurity http, ReactiveJwtDecoder tokens, AuthorizationMatrix matrix) {
        var guard = new Guard(matrix, "/actuator/health/**", "/actuator/prometheus", "/assets/**");
        return guard.stand(http)
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(guard.refusals())
                        .jwt(jwt -> jwt.jwtDecoder(tokens).jwtAuthenticationConverter(AccessConfiguration::identify)))
                .build();
    }

    private static Mono<AbstractAuthenticationToken> identify(Jwt token) {
        return Mono.fromSupplier(() -> new ActorAuthentication(InnerTokenReader.identity(token)));
    }
}
