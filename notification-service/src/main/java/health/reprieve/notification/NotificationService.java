package health.reprieve.notification;

import health.reprieve.access.web.AccessConfiguration;
import health.reprieve.database.DatabaseConfiguration;
import health.reprieve.outbox.HearingConfiguration;
import health.reprieve.ui.UiConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Hears what other services publish and sends each message once. */
@SpringBootApplication
@Import({AccessConfiguration.class, DatabaseConfiguration.class, HearingConfiguration.class, UiConfiguration.class})
public class NotificationService {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "notification");
        SpringApplication.run(NotificationService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
