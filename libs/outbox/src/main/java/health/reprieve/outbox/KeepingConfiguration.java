package health.reprieve.outbox;

import health.reprieve.database.Database;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.support.ProducerListener;

/** What services that send and services that only hear both need: small tables, and a log that tells nothing of persons. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:keeping.properties")
@EnableConfigurationProperties(Keeping.class)
class KeepingConfiguration {

    @Bean
    Forgetting forgetting(Database database, Keeping keeping, Clock clock) {
        return new Forgetting(new OldRows(database), keeping, clock);
    }

    @Bean
    ProducerListener<Object, Object> unsentEvents() {
        return new UnsentEvents();
    }
}
