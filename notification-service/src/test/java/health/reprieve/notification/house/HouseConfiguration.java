package health.reprieve.notification.house;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
public class HouseConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
