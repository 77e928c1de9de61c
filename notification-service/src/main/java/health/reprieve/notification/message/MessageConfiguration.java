package health.reprieve.notification.message;

import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, DeliverySettings.class})
class MessageConfiguration {

    // As many threads as there are lanes ever talk to the mail server, since each lane carries one mail at a time; on
    // virtual threads an interrupt ends a read that hangs.
    @Bean(destroyMethod = "dispose")
    Scheduler mailConversations() {
        return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "mail");
    }

    @Bean
    DeliveryPolicy deliveryPolicy(DeliverySettings settings) {
        return new DeliveryPolicy(settings.giveUpAfter(), settings.repeatsAfterUnknown());
    }

    @Bean
    MessageMeters messageMeters(MeterRegistry registry, Clock clock) {
        return new MessageMeters(new Meters(registry), clock, System::nanoTime);
    }

    @Bean
    Sending sending(
            Ledger ledger,
            List<Writer> writers,
            Carrier carrier,
            DeliveryPolicy policy,
            DeliverySettings settings,
            Scheduler mailConversations,
            MessageMeters meters,
            Spans spans,
            Clock clock) {
        var letters = new Letters(writers, carrier, settings.attemptLimit(), mailConversations, meters);
        return new Sending(ledger, letters, policy, meters, spans, clock);
    }

    @Bean
    Dispatch dispatch(
            Sending sending,
            Ledger ledger,
            Carrier carrier,
            MessageMeters meters,
            DeliverySettings settings,
            Clock clock) {
        return new Dispatch(sending, ledger, carrier, meters, settings, clock);
    }

    @Bean
    Outgoing outgoing(Ledger ledger, DeliveryPolicy policy, Dispatch dispatch, MessageMeters meters, Clock clock) {
        return new Outgoing(ledger, policy, dispatch, meters, clock);
    }
}
