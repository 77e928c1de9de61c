package health.reprieve.booking.course;

import static java.util.Objects.requireNonNullElseGet;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.Vacancies;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.LocalInstant;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where courses are planned: nothing is written, and nothing is kept for whoever asks. */
@Service
public class CoursePlanning {

    static final Asker NOBODY = new Asker(null, null, null);

    static final int FARTHEST_DAYS = 400;

    private static final int PLANS = 3;

    /** Beside the wished one; more cost time, and the tenth best suited is seldom wanted. */
    private static final int THERAPISTS_LOOKED_AT = 10;

    private final Openings openings;
    private final Courses courses;

    CoursePlanning(Openings openings, Courses courses) {
        this.openings = openings;
        this.courses = courses;
    }

    /**
     * What is to be planned.
     *
     * @param treatment null: the clinic's default
     * @param dose null: the standard one for what hurts
     * @param from first clinic-local day to look at; null or past: today
     */
    public record Request(
            ClinicId clinic,
            Condition condition,
            @Nullable TreatmentId treatment,
            @Nullable Dose dose,
            @Nullable LocalDate from,
            Wishes wishes) {

        /** @throws CourseRefused.DoseNeeded if nobody says it, and there is no standard one */
        Dose doseOrStandard() {
            return requireNonNullElseGet(
                    dose, () -> StandardDoses.of(condition).orElseThrow(CourseRefused.DoseNeeded::new));
        }
    }

    /**
     * Sets of times for a new course, at most three.
     *
     * @param patient whose other visits count; null: the actor's, as far as we know them
     * @throws BookingRefused through the Mono, when there is no such clinic, treatment or length, or a doctor must agree first
     * @throws CourseRefused through the Mono
     */
    public Mono<Preview> preview(Actor actor, @Nullable PatientId patient, Request request) {
        if (!request.condition.canBeBookedOnline()) {
            return Mono.error(new BookingRefused.ClearanceNeeded());
        }
        return openings.vacancies(request.clinic).map(vacancies -> {
            var dose = request.doseOrStandard();
            var from = from(request, vacancies.today());
            var zone = vacancies.clinic().zone();
            var search = search(request.condition, request.treatment, dose, asker(actor, patient));
            var demand = Demand.anew(dose, zone, from, request.wishes);
            return new Preview(request.condition, zone, dose, proposals(vacancies, search, demand));
        });
    }

    /**
     * Times for the visits of a course that have none.
     *
     * @throws CourseRefused through the Mono
     */
    public Mono<Preview> previewOpen(Actor actor, CourseId id, Wishes wishes) {
        return courses.find(actor, id)
                .switchIfEmpty(Mono.error(CourseRefused.Unknown::new))
                .flatMap(course -> openings.vacancies(course.clinic()).map(vacancies -> {
                    course.requireGoingOn();
                    var search = search(
                            course.condition(), course.treatment(), course.dose(), asker(actor, course.patient()));
                    return new Preview(
                            course.condition(),
                            course.zone(),
                            course.dose(),
                            proposals(vacancies, search, Demand.ofOpen(course, vacancies.today(), wishes)));
                }));
    }

    private static LocalDate from(Request request, LocalDate today) {
        if (request.from == null || request.from.isBefore(today)) {
            return today;
        }
        if (request.from.isAfter(today.plusDays(FARTHEST_DAYS))) {
            throw new CourseRefused.FirstDayOutOfReach();
        }
        return request.from;
    }

    static Vacancies.Search search(Condition condition, @Nullable TreatmentId treatment, Dose dose, Asker asker) {
        return new Vacancies.Search(condition, treatment, dose.length(), dose.leastApart(), asker);
    }

    /** Only staff ask for others: what is free for somebody tells when they are busy. */
    private static Asker asker(Actor actor, @Nullable PatientId patient) {
        return switch (actor) {
            case Actor.FrontDesk desk -> new Asker(null, patient, null);
            case Actor.Manager manager -> new Asker(null, patient, null);
            case Actor.Patient own -> {
                if (patient != null && !own.id().equals(patient)) {
                    throw new BookingRefused.NotPermitted();
                }
                yield Asker.of(actor);
            }
            case Actor.Visitor _, Actor.Therapist _, Actor.Referrer _, Actor.Operator _, Actor.Machine _ ->
                throw new BookingRefused.NotPermitted();
        };
    }

    private static List<Preview.Proposal> proposals(Vacancies vacancies, Vacancies.Search search, Demand demand) {
        var days = demand.daysThatFit();
        var bestFirst = bestFirst(vacancies, search, demand.wishes().therapist());
        var offers = vacancies.all(search, Set.copyOf(bestFirst), demand.notBefore(), demand.lastDay());
        var free = new FreeStarts(offers, bestFirst, demand.zone());
        return new Planner(demand, days, free)
                .plans(PLANS).stream()
                        .map(plan -> proposal(vacancies, search, demand, plan))
                        .toList();
    }

    private static List<TherapistId> bestFirst(
            Vacancies vacancies, Vacancies.Search search, @Nullable TherapistId wished) {
        vacancies.treatment(search);
        return Stream.concat(
                        Stream.ofNullable(wished),
                        vacancies.bestFirst(search.condition()).stream().limit(THERAPISTS_LOOKED_AT))
                .distinct()
                .toList();
    }

    private static Preview.Proposal proposal(Vacancies vacancies, Vacancies.Search search, Demand demand, Plan plan) {
        var obstacles = plan.visits().stream()
                .map(visit -> visit.fit() == Plan.Fit.AS_WANTED
                        ? List.<Obstacle>of()
                        : obstacles(vacancies, search, demand, plan, visit))
                .toList();
        return new Preview.Proposal(plan, obstacles);
    }

    private static List<Obstacle> obstacles(
            Vacancies vacancies, Vacancies.Search search, Demand demand, Plan plan, Plan.PlannedVisit visit) {
        return switch (LocalInstant.of(visit.wanted(), demand.zone())) {
            case LocalInstant.Never never -> List.of(new Obstacle.NeverShown());
            case LocalInstant.Twice twice -> List.of(new Obstacle.ShownTwice(twice.offsets()));
            case LocalInstant.Once(var start) -> {
                var refusals = vacancies.reasonsAgainst(search, plan.therapist(), start);
                yield refusals.isEmpty()
                        ? List.of(new Obstacle.TooCloseToOthers())
                        : refusals.stream().<Obstacle>map(Obstacle.OfRule::new).toList();
            }
        };
    }
}
