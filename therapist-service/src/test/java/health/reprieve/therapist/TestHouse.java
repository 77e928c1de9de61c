package health.reprieve.therapist;

import health.reprieve.access.Actor;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.access.token.SessionReference;
import health.reprieve.backing.Backing;
import health.reprieve.contract.exchange.PromiseFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What stands around the service in its tests: servers, a stopped clock and a front door's key. */
@TestConfiguration(proxyBeanMethods = false)
public class TestHouse implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A Monday; seven in the morning in New York. */
    public static final Instant NOW = Instant.parse("2027-02-01T12:00:00Z");

    /** The form secret of every session here. */
    public static final SessionReference SESSION = new SessionReference("session-1", "the-secret-of-this-session");

    private static final InnerTokenSigner SIGNER = InnerTokenSigner.generate();

    /** Every client here holds what is said against the API's document. */
    private static final PromiseFilter PROMISE = PromiseFilter.of("therapist");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = Backing.database();
        Map<String, Object> settings = Map.of(
                "spring.r2dbc.url", database.r2dbcUrl(),
                "spring.r2dbc.username", database.user(),
                "spring.r2dbc.password", database.password(),
                "spring.flyway.url", database.jdbcUrl(),
                "spring.flyway.user", database.user(),
                "spring.flyway.password", database.password(),
                "spring.kafka.bootstrap-servers", Backing.kafka(),
                "reprieve.access.verification-key", SIGNER.verificationKey());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("servers", settings));
    }

    @Bean
    @Primary
    Clock stoppedClock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** A client that asks as somebody, from a browser that prefers English. */
    public static WebTestClient as(Actor actor, ApplicationContext service) {
        return client(service, new InnerIdentity(actor, SESSION));
    }

    /** A client without a session, so one that needs no form token: what a program with a token is. */
    public static WebTestClient program(Actor actor, ApplicationContext service) {
        return client(service, new InnerIdentity(actor, null));
    }

    private static WebTestClient client(ApplicationContext service, InnerIdentity identity) {
        return WebTestClient.bindToApplicationContext(service)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .filter(PROMISE)
                .defaultHeader("Authorization", "Bearer " + SIGNER.sign(identity, "therapist", NOW))
                .defaultHeader("Accept-Language", "en")
                .build();
    }
}
