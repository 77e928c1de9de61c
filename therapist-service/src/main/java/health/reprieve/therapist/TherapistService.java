package health.reprieve.therapist;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Who may practise where and until when, when they work, and which visits await them. */
@SpringBootApplication
public class TherapistService {

    /** Starts the service with the settings of {@code therapist.yml}. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(TherapistService.class)
                .properties("spring.config.name=therapist")
                .run(args);
    }
}
