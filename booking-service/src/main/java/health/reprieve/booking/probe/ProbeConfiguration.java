package health.reprieve.booking.probe;

import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.outbox.Outbox;
import health.reprieve.telemetry.metric.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("booking.probe.enabled")
class ProbeConfiguration {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Bean
    BookingProbe bookingProbe(
            Grounds grounds,
            Openings openings,
            BookingDesk desk,
            VisitDesk visits,
            Outbox outbox,
            ProbeFigures figures,
            ProbeSettings settings,
            Clock clock) {
        figures.begin();
        return new BookingProbe(
                grounds, openings, desk, visits, outbox, figures, settings, clock, new SplittableRandom());
    }

    @Bean
    Rounds bookingProbes(BookingProbe probe, ProbeSettings settings) {
        return new Rounds("booking-probe", SOON, settings.every(), probe::once);
    }
}
