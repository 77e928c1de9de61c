package health.reprieve.ui.gallery;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.ui.UiConfiguration;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.WebFilter;

/** The smallest service with pages. Who asks stands in the header {@code X-Role}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({UiConfiguration.class, GalleryPages.class, GalleryApi.class})
public class Gallery {

    private static final UUID SOMEBODY = UUID.fromString("7c2f1b9e-7a55-4a1c-9a44-000000000001");

    @Bean
    SecurityWebFilterChain everythingIsOpen(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(0)
    WebFilter whoAsks() {
        return (exchange, chain) -> {
            var role = exchange.getRequest().getHeaders().getFirst("X-Role");
            var actor = actor(role == null ? "visitor" : role);
            return chain.filter(exchange)
                    .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                            new TestingAuthenticationToken(actor, "")));
        };
    }

    private static Actor actor(String role) {
        return switch (role) {
            case "patient" ->
                new Actor.Patient(new PatientId(SOMEBODY), new MailAddress("pat@example.com"), new BrowserId(SOMEBODY));
            case "therapist" -> new Actor.Therapist(new TherapistId(SOMEBODY));
            case "manager" -> new Actor.Manager(new AccountId(SOMEBODY));
            default -> new Actor.Visitor(new BrowserId(SOMEBODY));
        };
    }
}
