package health.reprieve.database;

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
    Database database(DatabaseClient client, ReactiveTransactionManager transactions, DatabaseLimits limits) {
        return new Database(
                client, TransactionalOperator.create(transactions), limits.worksAtOnce(), limits.longestWork());
    }
}
