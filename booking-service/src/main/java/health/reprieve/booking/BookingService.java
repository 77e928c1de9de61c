package health.reprieve.booking;

import health.reprieve.access.web.AccessConfiguration;
import health.reprieve.booking.slot.Policy;
import health.reprieve.database.DatabaseConfiguration;
import health.reprieve.outbox.HearingConfiguration;
import health.reprieve.outbox.OutboxConfiguration;
import health.reprieve.ui.UiConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Who needs care, what is allowed, which times exist, and who has which time. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({
    AccessConfiguration.class,
    DatabaseConfiguration.class,
    HearingConfiguration.class,
    OutboxConfiguration.class,
    UiConfiguration.class
})
public class BookingService {

    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "booking");
        SpringApplication.run(BookingService.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Policy policy(PolicySettings settings) {
        return settings.policy();
    }
}
