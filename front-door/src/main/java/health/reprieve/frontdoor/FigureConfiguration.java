package health.reprieve.frontdoor;

import health.reprieve.access.Role;
import health.reprieve.frontdoor.session.SessionLimits;
import health.reprieve.frontdoor.session.Sessions;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Stock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FigureConfiguration {

    @Bean
    Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    @Bean
    Stock<Map<Role, Long>> liveSessions(Sessions sessions, SessionLimits limits, Clock clock, Meters meters) {
        var live =
                new Stock<Map<Role, Long>>("live-sessions", Stock.OFTEN, () -> sessions.live(limits, clock.instant()));
        meters.gauges(FrontDoorMetric.SESSIONS, Role.class, hat -> live.show(byHat -> byHat.getOrDefault(hat, 0L)));
        return live;
    }
}
