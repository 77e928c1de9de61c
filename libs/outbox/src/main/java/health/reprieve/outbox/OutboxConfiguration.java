package health.reprieve.outbox;

import health.reprieve.database.Database;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.trace.Spans;
import health.reprieve.telemetry.trace.TraceConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Gives a service its {@link Outbox} and the relay that empties it. The service brings a {@link Clock}, a {@link
 * Database}, and its name in {@code reprieve.outbox.source}; the tables come from {@code classpath:db/outbox}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:outbox.properties")
@EnableConfigurationProperties(OutboxSettings.class)
@Import({KeepingConfiguration.class, TraceConfiguration.class})
public class OutboxConfiguration {

    @Bean
    RelaySignal relaySignal() {
        return new RelaySignal();
    }

    @Bean
    Outbox outbox(Database database, RelaySignal signal) {
        return new Outbox(database, signal);
    }

    @Bean
    OutboxRelay outboxRelay(
            Database database,
            KafkaTemplate<String, String> kafka,
            OutboxSettings settings,
            Clock clock,
            MeterRegistry registry,
            Spans spans) {
        var publisher = new KafkaPublisher(kafka, spans);
        var lease = new Lease(database, settings.lease(), System::nanoTime);
        return new OutboxRelay(
                new OutboxRows(database),
                lease,
                publisher,
                settings.fitting(publisher.longestFlight()),
                new OutboxMeters(new Meters(registry), lease, clock, System::nanoTime),
                clock,
                System::nanoTime);
    }

    @Bean
    RelayThread outboxRelayThread(OutboxRelay relay, RelaySignal signal, OutboxSettings settings) {
        return new RelayThread(relay, signal, settings.lookEvery(), settings.lookAtLeastEvery(), System::nanoTime);
    }

    @Bean
    RelayHealth outboxRelayHealthIndicator(RelayThread thread) {
        return new RelayHealth(thread);
    }
}
