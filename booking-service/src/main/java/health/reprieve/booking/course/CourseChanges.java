package health.reprieve.booking.course;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.BeyondCourse;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where a course that has begun is changed as a whole: booked further, made longer, shortened, stopped. A single visit is moved
 * or called off as any other; its place in the course stays.
 */
@Service
public class CourseChanges {

    private final Courses courses;
    private final Referrals referrals;
    private final CourseBooking booking;
    private final OneCourse alone;
    private final VisitDesk visits;
    private final Patients patients;
    private final Database database;
    private final Clock clock;

    CourseChanges(
            Courses courses,
            Referrals referrals,
            CourseBooking booking,
            OneCourse alone,
            VisitDesk visits,
            Patients patients,
            Database database,
            Clock clock) {
        this.courses = courses;
        this.referrals = referrals;
        this.booking = booking;
        this.alone = alone;
        this.visits = visits;
        this.patients = patients;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Books visits for places that have none: all of them, or none.
     *
     * @param version that was looked at
     * @param note why staff book at shorter notice than the clinic wants; null: they do not
     * @throws CourseRefused through the Mono
     * @throws BookingRefused through the Mono, when one of the times cannot be had
     * @throws BeyondCourse through the Mono, when the referral does not allow it
     */
    public Mono<Course> book(
            Actor actor, CourseId id, long version, Map<Integer, Choice> choices, @Nullable String note) {
        var change = change("book", actor, note);
        return courses.find(actor, id)
                .switchIfEmpty(Mono.error(CourseRefused.Unknown::new))
                .zipWhen(course -> patient(actor, course))
                .flatMap(both -> {
                    var course = both.getT1();
                    course.requireVersion(version);
                    course.requireBookable(choices);
                    var order = new CourseBooking.Order(actor, both.getT2(), course, choices, note);
                    return booking.book(
                            order,
                            written -> courses.save(course.booked(), change).then(written));
                });
    }

    /**
     * Makes a course longer. The new visits have no time yet.
     *
     * @param version that was looked at
     * @throws CourseRefused through the Mono
     * @throws BeyondCourse through the Mono, when the referral does not allow so many visits
     */
    public Mono<Course> extend(Actor actor, CourseId id, long version, Phase more) {
        return change(actor, id, version, change("extend", actor, null), course -> {
            var longer =
                    course.extended(more, clock.instant().atZone(course.zone()).toLocalDate());
            return alone.require(course).then(requireAllowed(actor, longer)).thenReturn(longer);
        });
    }

    /**
     * Leaves a visit out. If it was booked it is called off, by the rules for calling off visits.
     *
     * @param version that was looked at
     * @param note in the words of staff; needed where the treatment's window is overridden
     * @throws CourseRefused through the Mono
     * @throws BookingRefused through the Mono, when the visit cannot be called off
     */
    public Mono<Course> skip(Actor actor, CourseId id, long version, int place, @Nullable String note) {
        return change(actor, id, version, change("skip", actor, note), course -> {
            var shorter = course.without(place);
            return Mono.justOrEmpty(course.at(place))
                    .flatMap(visit -> requireAhead(visit).then(Mono.defer(() -> callOff(actor, visit, note))))
                    .thenReturn(shorter);
        });
    }

    /**
     * Stops a course. What is still to come is called off; visits that their patient cannot call off any more stay.
     *
     * @param version that was looked at
     * @param note in the words of staff; with it, late visits are called off too
     * @throws CourseRefused through the Mono
     */
    public Mono<Course> stop(Actor actor, CourseId id, long version, @Nullable String note) {
        var now = clock.instant();
        return change(actor, id, version, change("stop", actor, note), course -> {
            var stopped = course.stopped(now);
            return Flux.fromIterable(course.standing().values())
                    .filter(visit -> visit.isAhead(now))
                    // rows are locked in the order in which everybody locks visits
                    .sort(Comparator.comparing(visit -> visit.id().value()))
                    .concatMap(visit -> callOffUnlessLate(actor, visit, note, now))
                    .then(Mono.just(stopped));
        });
    }

    /** Reads, decides and writes in one transaction, in which nobody else changes the course. */
    private Mono<Course> change(
            Actor actor, CourseId id, long version, Courses.Change change, Function<Course, Mono<Course>> decision) {
        return database.transaction(client -> courses.lock(actor, id)
                .switchIfEmpty(Mono.error(CourseRefused.Unknown::new))
                .doOnNext(course -> course.requireVersion(version))
                .flatMap(decision)
                .flatMap(changed -> courses.save(changed, change))
                .then(Mono.defer(() -> courses.find(actor, id))));
    }

    private Mono<Void> requireAllowed(Actor actor, Course course) {
        return course.referral() == null
                ? Mono.empty()
                : referrals
                        .find(actor, course.referral())
                        .doOnNext(referral -> referral.requireRoomFor(course))
                        .then();
    }

    private Mono<Void> requireAhead(CourseVisit visit) {
        return visit.isAhead(clock.instant()) ? Mono.empty() : Mono.error(new CourseRefused.PlaceOver(visit.number()));
    }

    private Mono<Void> callOff(Actor actor, CourseVisit visit, @Nullable String note) {
        var why = new VisitDesk.Cancellation(null, note);
        return visits.cancel(actor, visit.id(), visit.version(), why).then();
    }

    private Mono<Void> callOffUnlessLate(Actor actor, CourseVisit visit, @Nullable String note, Instant now) {
        return visits.find(actor, visit.id())
                .filter(found -> note != null || !found.isTooLateToCancel(now))
                .flatMap(found -> callOff(actor, visit, note));
    }

    private Mono<Patient> patient(Actor actor, Course course) {
        var found = actor instanceof Actor.Patient patient
                ? patients.find(patient)
                : patients.find(actor, course.patient());
        return found.switchIfEmpty(Mono.error(BookingRefused.PatientUnknown::new));
    }

    private Courses.Change change(String step, Actor actor, @Nullable String note) {
        return Courses.Change.of(step, actor, clock.instant(), note);
    }
}
