package health.reprieve.booking.course;

import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.waitlist.Doses;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the waiting list of doses, and counts what came from it. */
@Component
class CourseDoses implements Doses {

    private final Courses courses;
    private final Referrals referrals;
    private final Clock clock;

    CourseDoses(Courses courses, Referrals referrals, Clock clock) {
        this.courses = courses;
        this.referrals = referrals;
        this.clock = clock;
    }

    @Override
    public Mono<Map<PatientId, Integer>> below(Set<PatientId> patients) {
        // clinics lie in several zones; a day more or less does not matter to whom a course still counts
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return Flux.fromIterable(patients)
                .buffer(Database.MOST_ROWS)
                .concatMap(some -> courses.shortfalls(Set.copyOf(some), today))
                .flatMapIterable(Map::entrySet)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> fill(Appointment visit) {
        return courses.notStopped(visit.patient().id(), visit.clinic().id(), visit.condition())
                .flatMap(all -> Mono.justOrEmpty(
                        all.stream().filter(course -> !course.open().isEmpty()).findFirst()))
                .flatMap(course -> Mono.justOrEmpty(place(course, visit))
                        .filterWhen(place -> isAllowed(course, visit))
                        .flatMap(place -> courses.join(course, Map.of(place.number(), visit.id()))));
    }

    /** The open place of the week in which the visit lies, or else the first one. */
    private static Optional<Place> place(Course course, Appointment visit) {
        var day = dayOf(visit);
        var open = course.open();
        return open.stream()
                .filter(place -> !day.isBefore(course.firstDay().plusWeeks(place.week() - 1L))
                        && day.isBefore(course.firstDay().plusWeeks(place.week())))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** Outside the referral it is a visit beside the course. */
    private Mono<Boolean> isAllowed(Course course, Appointment visit) {
        return course.referral() == null
                ? Mono.just(true)
                : referrals.lock(course.referral()).map(referral -> referral.allows(dayOf(visit)));
    }

    private static LocalDate dayOf(Appointment visit) {
        return visit.time().start().atZone(visit.clinic().zone()).toLocalDate();
    }
}
