package health.reprieve.outbox;

import health.reprieve.database.Database;
import health.reprieve.telemetry.trace.Spans;
import health.reprieve.telemetry.trace.TraceConfiguration;
import health.reprieve.telemetry.trace.TracesAreSent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;

/**
 * Gives a service its {@link Inbox} and the way its listeners meet trouble. An event that cannot be handled is tried
 * again in place, so that its key keeps its order: without end when the database or the way to it is the trouble, for
 * about a minute when the reason is unknown. Then, or at once when it is malformed, it is parked on {@code <topic>.dlt}.
 * See decision 0009.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:hearing.properties")
@EnableConfigurationProperties(HearingSettings.class)
@Import({KeepingConfiguration.class, TraceConfiguration.class})
public class HearingConfiguration {

    /** The topic that keeps what could not be handled of another; it has as many partitions. */
    public static String parkedOf(String topic) {
        return topic + ".dlt";
    }

    @Bean
    Inbox inbox(Database database, Clock clock, Spans spans) {
        return new Inbox(database, clock, spans);
    }

    /** Boot hands it to every listener. */
    @Bean
    @Conditional(TracesAreSent.class)
    HearingSteps hearingSteps(Spans spans) {
        return new HearingSteps(spans);
    }

    @Bean
    Parking parking(KafkaTemplate<String, String> kafka, MeterRegistry meters) {
        var parked = new DeadLetterPublishingRecoverer(
                kafka, (heard, failure) -> new TopicPartition(parkedOf(heard.topic()), heard.partition()));
        return new Parking(parked, meters);
    }

    // Between two tries the consumer seeks back, waits, and polls: no wait adds to the one before it, so it is each one
    // alone that must be shorter than max.poll.interval.ms.
    @Bean
    DefaultErrorHandler hearingErrors(Parking parking, HearingSettings settings) {
        var errors = new DefaultErrorHandler(parking, settings.withAnEnd());
        errors.setBackOffFunction(
                (heard, failure) -> PassingTrouble.isIn(failure) ? settings.withoutEnd() : settings.withAnEnd());
        errors.addNotRetryableExceptions(MalformedEvent.class);
        errors.setRetryListeners(parking);
        // the container would log the failure with its message, which may quote a value
        errors.setLogLevel(KafkaException.Level.DEBUG);
        return errors;
    }
}
