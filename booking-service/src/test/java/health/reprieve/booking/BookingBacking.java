package health.reprieve.booking;

import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.backing.Backing;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points the service at a fresh database, the shared Kafka and a key of the tests' own. */
class BookingBacking implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final InnerTokenSigner SIGNER = InnerTokenSigner.generate();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = Backing.database();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "backing",
                        Map.of(
                                "spring.r2dbc.url", database.r2dbcUrl(),
                                "spring.r2dbc.username", database.user(),
                                "spring.r2dbc.password", database.password(),
                                "spring.flyway.url", database.jdbcUrl(),
                                "spring.flyway.user", database.user(),
                                "spring.flyway.password", database.password(),
                                "spring.kafka.bootstrap-servers", Backing.kafka(),
                                "reprieve.access.verification-key", SIGNER.verificationKey())));
    }
}
