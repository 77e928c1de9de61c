package health.reprieve.therapist;

import health.reprieve.access.web.AccessConfiguration;
import health.reprieve.database.Database;
import health.reprieve.database.DatabaseBusy;
import health.reprieve.database.DatabaseConfiguration;
import health.reprieve.outbox.HearingConfiguration;
import health.reprieve.outbox.OutboxConfiguration;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Stock;
import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.oversight.LicenceDesk;
import health.reprieve.therapist.oversight.Licences;
import health.reprieve.therapist.oversight.Rulings;
import health.reprieve.therapist.profile.Announcements;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapists;
import health.reprieve.therapist.standing.EndsWithin;
import health.reprieve.therapist.standing.Headcount;
import health.reprieve.therapist.standing.Offering;
import health.reprieve.therapist.standing.Standing;
import health.reprieve.therapist.standing.TherapistMetric;
import health.reprieve.therapist.visit.DayBook;
import health.reprieve.therapist.visit.Visits;
import health.reprieve.ui.UiConfiguration;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** What the service is made of. */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseConfiguration.class,
    OutboxConfiguration.class,
    HearingConfiguration.class,
    AccessConfiguration.class,
    UiConfiguration.class
})
class TherapistConfiguration {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    /** Milliseconds are what the database and the events keep in full. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    ProblemSource busyProblems() {
        return failure -> failure instanceof DatabaseBusy
                ? Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE).after(A_MOMENT)
                : null;
    }

    @Bean
    Roster roster(Database database, Therapists therapists, Announcements announcements, Clock clock) {
        return new Roster(database, therapists, announcements, clock);
    }

    @Bean
    LicenceDesk licenceDesk(Database database, Roster roster, Licences licences, Rulings rulings, Clock clock) {
        return new LicenceDesk(database, roster, licences, rulings, clock);
    }

    @Bean
    Stock<Standing> standing(Roster roster, Clock clock, MeterRegistry registry) {
        var standing = new Stock<Standing>("standing", Duration.ofMinutes(1), new Headcount(roster, clock)::now);
        var meters = new Meters(registry);
        meters.gauges(TherapistMetric.THERAPISTS, Offering.class, offering -> standing.show(all -> all.of(offering)));
        meters.gauges(
                TherapistMetric.CREDENTIALS, CredentialStatus.class, status -> standing.show(all -> all.of(status)));
        meters.gauges(
                TherapistMetric.CREDENTIALS_ENDING, EndsWithin.class, within -> standing.show(all -> all.of(within)));
        return standing;
    }

    @Bean
    DayBook dayBook(Roster roster, Visits visits, Clock clock) {
        return new DayBook(roster, visits, clock);
    }
}
