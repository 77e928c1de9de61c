package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

class ParkingTests {

    @Test
    void everyTopicThatIsHeardShowsItsParkedEventsFromTheStartSoThatTheFirstIsARise() {
        try (var service = SmallService.start()) {
            var topic = service.getEnvironment().getRequiredProperty("topic");
            var parked = service.getBean(MeterRegistry.class).find("reprieve.hearing.parked");

            assertThat(parked.tag("topic", topic).counter()).isNotNull();
        }
    }
}
