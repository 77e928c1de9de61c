package health.reprieve.outbox;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param published how long published events are kept, so that topics can be built anew; from 1h to 3650d
 * @param handled how long it is remembered which events were handled; longer than Kafka could bring one again; from 1d to 3650d
 */
@ConfigurationProperties("reprieve.keep")
record Keeping(
        @DefaultValue("7d") Duration published,
        @DefaultValue("28d") Duration handled) {

    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    Keeping {
        Setting.isBetween("reprieve.keep.published", published, Duration.ofHours(1), TEN_YEARS);
        Setting.isBetween("reprieve.keep.handled", handled, Duration.ofDays(1), TEN_YEARS);
    }
}
