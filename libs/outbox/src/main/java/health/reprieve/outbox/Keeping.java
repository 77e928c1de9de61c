package health.reprieve.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param published how long published events are kept, so that topics can be built anew
 * @param handled how long it is remembered which events were handled; longer than Kafka could bring one again
 */
@ConfigurationProperties("reprieve.keep")
record Keeping(
        @DefaultValue("7d") Duration published,
        @DefaultValue("28d") Duration handled) {}
