package health.reprieve.frontdoor;

import health.reprieve.access.web.ActorConfiguration;
import health.reprieve.database.DatabaseConfiguration;
import health.reprieve.outbox.OutboxConfiguration;
import health.reprieve.ui.UiConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one web origin. Its settings lie in {@code front-door.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import({DatabaseConfiguration.class, OutboxConfiguration.class, UiConfiguration.class, ActorConfiguration.class})
public class FrontDoor {

    /** Starts the front door alone; the local stack starts it beside the services. */
    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "front-door");
        SpringApplication.run(FrontDoor.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
