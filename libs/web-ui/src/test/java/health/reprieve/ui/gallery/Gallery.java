package health.reprieve.ui.gallery;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.web.ActorAuthentication;
import health.reprieve.access.web.Refused;
import health.reprieve.ui.Text;
import health.reprieve.ui.UiConfiguration;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The smallest service with pages. Who asks stands in the header {@code X-Role}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({UiConfiguration.class, GalleryPages.class, GalleryApi.class})
public class Gallery {

    private static final UUID SOMEBODY = UUID.fromString("7c2f1b9e-7a55-4a1c-9a44-000000000001");

    @Bean
    SecurityWebFilterChain everythingIsOpen(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .addFilterAt(Gallery::recognise, SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(exchange -> exchange.pathMatchers("/forbidden")
                        .denyAll()
                        .anyExchange()
                        .permitAll())
                .exceptionHandling(refused ->
                        refused.accessDeniedHandler((exchange, denied) -> Mono.error(new Refused.NotAllowed())))
                .build();
    }

    /** Eight minutes before the time that the gallery keeps comes to its end. */
    @Bean
    Clock clock() {
        return Clock.fixed(GalleryPages.MORNING.minus(Duration.ofMinutes(8)), ZoneOffset.UTC);
    }

    @Bean
    ProblemSource galleryProblems() {
        return failure -> failure instanceof GalleryApi.Refused refused ? problem(refused) : null;
    }

    private static Problem problem(GalleryApi.Refused refused) {
        return switch (refused) {
            case GalleryApi.Refused.Taken taken ->
                new Problem(
                        "time-taken",
                        HttpStatus.CONFLICT,
                        Map.of("nearest", List.of("2027-03-02T15:00:00Z"), "hint", Text.of("gallery.tag.booked")));
            case GalleryApi.Refused.Busy busy ->
                Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE).after(Duration.ofSeconds(2));
            case GalleryApi.Refused.Wordless wordless -> Problem.of("wordless", HttpStatus.CONFLICT);
            case GalleryApi.Refused.Often often ->
                Problem.of("too-many-requests", HttpStatus.TOO_MANY_REQUESTS).after(often.waitFor());
        };
    }

    /** Stands where a service's authentication stands; and as there, the form token is laid out for the pages. */
    private static Mono<Void> recognise(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes()
                .put(
                        CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME,
                        new DefaultCsrfToken("X-Form-Token", "_form", "x"));
        var role = exchange.getRequest().getHeaders().getFirst("X-Role");
        var identity = new InnerIdentity(actor(role == null ? "visitor" : role), null);
        return chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(new ActorAuthentication(identity)));
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
