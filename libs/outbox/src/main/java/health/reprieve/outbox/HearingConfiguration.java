package health.reprieve.outbox;

import health.reprieve.database.Database;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Rounds;
import health.reprieve.telemetry.trace.Spans;
import health.reprieve.telemetry.trace.TraceConfiguration;
import health.reprieve.telemetry.trace.TracesAreSent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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

    private static final Duration SOON = Duration.ofSeconds(1);

    /** The topic that keeps what could not be handled of another; it has as many partitions. */
    public static String parkedOf(String topic) {
        return topic + ".dlt";
    }

    @Bean
    Listening listening(ObjectProvider<KafkaListenerEndpointRegistry> listeners) {
        return new Listening(listeners);
    }

    @Bean
    HearingCounters hearingCounters(Listening listening, MeterRegistry registry) {
        return new HearingCounters(new Meters(registry), listening::topics);
    }

    @Bean
    Inbox inbox(Database database, Clock clock, HearingCounters counters, Spans spans) {
        return new Inbox(database, clock, counters, spans);
    }

    /** Boot hands it to every listener. */
    @Bean
    @Conditional(TracesAreSent.class)
    HearingSteps hearingSteps(Spans spans) {
        return new HearingSteps(spans);
    }

    @Bean
    Parking parking(KafkaTemplate<String, String> kafka, HearingCounters counters) {
        var parked = new DeadLetterPublishingRecoverer(
                kafka, (heard, failure) -> new TopicPartition(parkedOf(heard.topic()), heard.partition()));
        // both may quote a person; the kind of failure stays
        parked.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE);
        return new Parking(parked, counters);
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

    @Bean
    KafkaOffsets kafkaOffsets(KafkaAdmin admin) {
        Map<String, Object> settings = new HashMap<>(admin.getConfigurationProperties());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000);
        return new KafkaOffsets(() -> Admin.create(settings));
    }

    @Bean
    HearingWatch hearingWatch(
            Listening listening,
            KafkaOffsets offsets,
            ConsumerFactory<?, ?> listeners,
            HearingSettings settings,
            Clock clock,
            MeterRegistry registry) {
        var oldest = new OldestUnheard(() -> onlooker(listeners.getConfigurationProperties()), clock, System::nanoTime);
        return new HearingWatch(
                listening, offsets, oldest, new Meters(registry), settings.lookEvery(), System::nanoTime);
    }

    @Bean
    Rounds hearingLooks(HearingWatch watch, HearingSettings settings) {
        return new Rounds(
                "hearing-look",
                SOON,
                settings.lookEvery(),
                () -> Mono.fromCallable(watch::look).subscribeOn(Schedulers.boundedElastic()));
    }

    /** Reads where the listeners read, as nobody in particular. */
    static Consumer<byte[], byte[]> onlooker(Map<String, Object> ofListeners) {
        Map<String, Object> settings = new HashMap<>(ofListeners);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4000);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
