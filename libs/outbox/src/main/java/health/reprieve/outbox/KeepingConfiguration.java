package health.reprieve.outbox;

import health.reprieve.database.Database;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Keeps the tables of outbox and inbox small, in services that send and in services that only hear. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:keeping.properties")
@EnableConfigurationProperties(Keeping.class)
class KeepingConfiguration {

    @Bean
    Forgetting forgetting(Database database, Keeping keeping, Clock clock) {
        return new Forgetting(new OldRows(database), keeping, clock);
    }
}
