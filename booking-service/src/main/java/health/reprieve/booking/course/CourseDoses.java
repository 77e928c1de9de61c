package health.reprieve.booking.course;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.waitlist.Doses;
import health.reprieve.booking.waitlist.WaitId;
import health.reprieve.booking.waitlist.WaitWish;
import health.reprieve.booking.waitlist.Waiting;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the waiting list of doses, and counts what came from it. */
@Component
class CourseDoses implements Doses {

    private final Courses courses;
    private final Shortfalls shortfalls;
    private final Referrals referrals;
    private final Clock clock;

    CourseDoses(Courses courses, Shortfalls shortfalls, Referrals referrals, Clock clock) {
        this.courses = courses;
        this.shortfalls = shortfalls;
        this.referrals = referrals;
        this.clock = clock;
    }

    @Override
    public Mono<Map<WaitId, Shortfall>> below(List<Waiting> wishes) {
        var today = today();
        var byClinic = wishes.stream()
                .collect(Collectors.groupingBy(waiting -> waiting.wish().clinic()));
        return Flux.fromIterable(byClinic.entrySet())
                .concatMap(here -> Flux.fromIterable(here.getValue())
                        .buffer(Database.MOST_ROWS)
                        .concatMap(some -> below(here.getKey(), some, today)))
                .flatMapIterable(Map::entrySet)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<WaitId, Shortfall>> below(ClinicId clinic, List<Waiting> wishes, LocalDate today) {
        var patients = wishes.stream().map(Waiting::patient).collect(Collectors.toSet());
        return shortfalls.at(clinic, patients, today).map(all -> {
            var byPatient = all.stream().collect(Collectors.groupingBy(Shortfalls.Shortfall::patient));
            var below = new HashMap<WaitId, Shortfall>();
            for (var waiting : wishes) {
                byPatient.getOrDefault(waiting.patient(), List.of()).stream()
                        .filter(lacking -> isFor(waiting.wish(), lacking))
                        .findFirst()
                        .ifPresent(
                                lacking -> below.put(waiting.id(), new Shortfall(lacking.visits(), lacking.apart())));
            }
            return below;
        });
    }

    private static boolean isFor(WaitWish wish, Shortfalls.Shortfall lacking) {
        var treatment = wish.treatment();
        return wish.condition() == lacking.condition()
                && wish.length().equals(lacking.length())
                && (treatment == null ? lacking.isDefault() : treatment.equals(lacking.treatment()));
    }

    @Override
    public Mono<Void> fill(Actor.Patient actor, Appointment visit) {
        var today = today();
        return courses.notStopped(visit.patient().id(), visit.clinic().id(), visit.condition())
                .flatMap(all -> Mono.justOrEmpty(all.stream()
                        .filter(course -> isOneOf(course, visit))
                        .filter(course ->
                                course.countsOn(today) && !course.open().isEmpty())
                        .findFirst()))
                .flatMap(course -> Mono.justOrEmpty(place(course, visit))
                        .filterWhen(place -> isAllowed(course, visit))
                        .flatMap(place -> fill(course, place, visit, actor)));
    }

    /** Whoever looks at the plan next sees another one: leaving out an open place is not calling off a visit. */
    private Mono<Void> fill(Course course, Place place, Appointment visit, Actor.Patient actor) {
        var change = Courses.Change.of("book", actor, clock.instant(), null);
        return courses.save(course.booked(), change)
                .then(Mono.defer(() -> courses.join(course, Map.of(place.number(), visit.id()))));
    }

    /** What was not looked for as a visit of the course keeps no distance, or another one. */
    private static boolean isOneOf(Course course, Appointment visit) {
        return course.treatment().equals(visit.treatment().id())
                && course.dose().length().equals(visit.time().length())
                && course.dose().leastApart().equals(visit.spacing());
    }

    /** Clinics lie in several zones; a day more or less does not matter to whether a course still counts. */
    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
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
