package health.reprieve.outbox;

import health.reprieve.database.Database;
import java.time.Clock;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Gives a service its {@link Inbox} and the way its listeners meet trouble: an event that cannot be handled is tried
 * again for about a minute, in place so that its key keeps its order, and then parked on {@code <topic>.dlt}; one that
 * is malformed is parked at once.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:hearing.properties")
public class HearingConfiguration {

    /** The topic that keeps what could not be handled of another; it has as many partitions. */
    public static String parkedOf(String topic) {
        return topic + ".dlt";
    }

    @Bean
    Inbox inbox(Database database, Clock clock) {
        return new Inbox(database, clock);
    }

    @Bean
    DefaultErrorHandler hearingErrors(KafkaTemplate<String, String> kafka) {
        var park = new DeadLetterPublishingRecoverer(
                kafka, (heard, failure) -> new TopicPartition(parkedOf(heard.topic()), heard.partition()));
        var patience = new ExponentialBackOff(200, 2);
        patience.setMaxInterval(10_000);
        patience.setMaxElapsedTime(60_000);
        var errors = new DefaultErrorHandler(park, patience);
        errors.addNotRetryableExceptions(MalformedEvent.class);
        return errors;
    }
}
