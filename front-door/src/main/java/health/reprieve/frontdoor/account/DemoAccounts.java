package health.reprieve.frontdoor.account;

import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The accounts of the demo clinic, written before anything else starts. A database that has them cannot be opened again
 * without {@code reprieve.demo}: Flyway misses the migration, which keeps demo accounts out of a real house.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("reprieve.demo")
class DemoAccounts {

    private static final String SCRIPTS = "classpath:db/front-door-demo";

    @Bean
    FlywayConfigurationCustomizer demoAccountsMigration() {
        return flyway -> flyway.locations(
                Stream.concat(Arrays.stream(flyway.getLocations()).map(Location::toString), Stream.of(SCRIPTS))
                        .toArray(String[]::new));
    }
}
