package health.reprieve.database;

import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Gives a service its {@link Database}. The driver and its pool have no time limits of their own; {@code
 * database.properties} sets one on everything that can wait, as defaults that a service may override.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:database.properties")
@EnableConfigurationProperties(DatabaseLimits.class)
public class DatabaseConfiguration {

    @Bean
    Database database(
            DatabaseClient client,
            ReactiveTransactionManager transactions,
            DatabaseLimits limits,
            MeterRegistry registry) {
        return new Database(
                client,
                TransactionalOperator.create(transactions),
                limits.worksAtOnce(),
                limits.longestWork(),
                new Meters(registry));
    }

    @Bean
    Rounds poolProbe(Database database, DatabaseLimits limits, MeterRegistry registry) {
        var probe = new PoolProbe(database, new Meters(registry), System::nanoTime);
        return new Rounds("pool-probe", Duration.ZERO, limits.probeEvery(), probe::once);
    }
}
