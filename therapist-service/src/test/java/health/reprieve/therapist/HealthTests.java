package health.reprieve.therapist;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class HealthTests {

    @ParameterizedTest
    @CsvSource({
        "/actuator/health/liveness, 200",
        "/actuator/health/readiness, 200",
        "/actuator/env, 401",
        "/calendar, 401",
        "/api/v1/therapist/therapists, 401"
    })
    void onlyHealthIsToldToWhoBringsNoToken(String path, int status, @Autowired ApplicationContext service) {
        WebTestClient.bindToApplicationContext(service)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }
}
