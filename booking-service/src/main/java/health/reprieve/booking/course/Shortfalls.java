package health.reprieve.booking.course;

import health.reprieve.access.PatientId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** How far courses are below their dose. */
public interface Shortfalls {

    /**
     * What lacks of some people's courses at a clinic: of those that nobody has stopped, until {@value Course#COUNTS_FOR_DAYS} days
     * after their last week. A course that lacks nothing is left out.
     *
     * @param patients at most 200
     * @param today where the clinic is
     */
    Mono<List<Shortfall>> at(ClinicId clinic, Set<PatientId> patients, LocalDate today);

    /**
     * What lacks of those courses of one patient that are for the same complaint, treatment and length.
     *
     * @param isDefault whether the treatment is the one that is meant when nobody says
     * @param apart elapsed time that the visits keep from others, from start to start
     * @param visits that they neither have had nor have before them, of courses of which a visit stands; at most eight, so that nobody
     *     gets ahead of others by planning more
     */
    record Shortfall(
            PatientId patient,
            Condition condition,
            TreatmentId treatment,
            boolean isDefault,
            Duration length,
            Duration apart,
            int visits) {}
}
