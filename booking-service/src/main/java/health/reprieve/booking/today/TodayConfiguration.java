package health.reprieve.booking.today;

import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.booking.metric.RoomState;
import health.reprieve.booking.metric.VisitStage;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Stock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TodayConfiguration {

    @Bean
    Stock<Today> today(Days days, Clock clock, MeterRegistry registry) {
        var today = new Stock<Today>("today", Stock.OFTEN, () -> days.today(clock.instant()));
        var meters = new Meters(registry);
        meters.gauges(BookingMetric.VISITS_TODAY, VisitStage.class, stage -> today.show(day -> day.visits(stage)));
        meters.gauge(BookingMetric.VISITS_SOON, () -> today.show(Today::soon));
        meters.gauges(BookingMetric.ROOMS, RoomState.class, state -> today.show(day -> day.rooms(state)));
        meters.gauge(BookingMetric.HOLDS, () -> today.show(Today::holds));
        return today;
    }
}
