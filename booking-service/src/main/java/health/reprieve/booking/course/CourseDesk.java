package health.reprieve.booking.course;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.BeyondCourse;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.RequestKey;
import health.reprieve.booking.appointment.Vacancies;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where a course is begun, and where it is looked up. */
@Service
public class CourseDesk {

    private final Courses courses;
    private final Referrals referrals;
    private final CourseBooking booking;
    private final OneCourse alone;
    private final Openings openings;
    private final Patients patients;
    private final Clock clock;

    CourseDesk(
            Courses courses,
            Referrals referrals,
            CourseBooking booking,
            OneCourse alone,
            Openings openings,
            Patients patients,
            Clock clock) {
        this.courses = courses;
        this.referrals = referrals;
        this.booking = booking;
        this.alone = alone;
        this.openings = openings;
        this.patients = patients;
        this.clock = clock;
    }

    /**
     * What is to be begun.
     *
     * @param introduced whether they have just said who they are; otherwise they are as we know them
     * @param treatment null: the clinic's default
     * @param dose null: the standard one for what hurts
     * @param firstDay its weeks are counted from there
     * @param therapist who is to treat, as far as it goes; null: anybody
     * @param referral that allows the visits; null: none is needed
     * @param choices when its visits are to be, by the numbers of their places; places left out stay open
     * @param note why staff book at shorter notice than the clinic wants; null: they do not
     */
    public record Start(
            Patient patient,
            boolean introduced,
            ClinicId clinic,
            Condition condition,
            @Nullable TreatmentId treatment,
            @Nullable Dose dose,
            LocalDate firstDay,
            @Nullable TherapistId therapist,
            @Nullable ReferralId referral,
            Map<Integer, Choice> choices,
            @Nullable String note) {

        private String words() {
            return String.join(
                    "|",
                    clinic.toString(),
                    condition.name(),
                    String.valueOf(treatment),
                    String.valueOf(dose),
                    firstDay.toString(),
                    String.valueOf(therapist),
                    String.valueOf(referral),
                    new TreeMap<>(choices).toString(),
                    patient.id().toString(),
                    String.valueOf(note),
                    // the name comes last, since it may hold any character; one that nobody said may change meanwhile
                    introduced ? patient.language() + "|" + patient.name() : "");
        }
    }

    /**
     * Begins a course: the plan, and all visits that have a time, or nothing. The same request under the same key again has no
     * further effect, and the same answer.
     *
     * @param key chosen by the client, 1 to 255 characters
     * @throws CourseRefused through the Mono
     * @throws BookingRefused through the Mono, when one of the times cannot be had
     * @throws BeyondCourse through the Mono, when the referral does not allow it
     */
    public Mono<Course> start(Actor actor, Start request, String key) {
        var requestKey = RequestKey.of(actor, key, request.words());
        return attempt(actor, request, requestKey)
                .onErrorResume(
                        CourseDesk::isRefusal,
                        refusal -> earlierAnswer(actor, requestKey).switchIfEmpty(Mono.error(refusal)));
    }

    /** @throws CourseRefused.Unknown through the Mono, also when it is somebody else's */
    public Mono<Course> find(Actor actor, CourseId id) {
        return courses.find(actor, id).switchIfEmpty(Mono.error(CourseRefused.Unknown::new));
    }

    /** A patient's courses as far as the actor may see them, latest first; at most 50. */
    public Mono<List<Course>> of(Actor actor, PatientId patient) {
        return courses.of(actor, patient);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof CourseRefused || failure instanceof BookingRefused || failure instanceof BeyondCourse;
    }

    private Mono<Course> earlierAnswer(Actor actor, RequestKey key) {
        return courses.useOf(key)
                .flatMap(use -> use.requestHash().equals(key.requestHash())
                        ? courses.find(actor, use.course())
                        : Mono.error(new BookingRefused.KeyReused()));
    }

    private Mono<Course> attempt(Actor actor, Start request, RequestKey key) {
        if (!request.condition.canBeBookedOnline()) {
            return Mono.error(new BookingRefused.ClearanceNeeded());
        }
        var now = clock.instant();
        var begun = Courses.Change.of("start", actor, now, request.note);
        return openings.vacancies(request.clinic)
                .map(vacancies -> course(request, vacancies, now))
                .flatMap(course -> {
                    course.requireBookable(request.choices);
                    var order = new CourseBooking.Order(actor, request.patient, course, request.choices, request.note);
                    return booking.book(
                            order,
                            visits -> remember(request, now)
                                    .then(alone.require(course))
                                    .then(Mono.defer(() -> requireAllowed(actor, course)))
                                    .then(Mono.defer(() -> add(course, key, begun)))
                                    .then(visits));
                });
    }

    private Mono<Void> remember(Start request, Instant now) {
        return request.introduced ? patients.remember(request.patient, now) : Mono.empty();
    }

    private static Course course(Start request, Vacancies vacancies, Instant now) {
        var today = vacancies.today();
        if (request.firstDay.isBefore(today)
                || request.firstDay.isAfter(today.plusDays(CoursePlanning.FARTHEST_DAYS))) {
            throw new CourseRefused.FirstDayOutOfReach();
        }
        var planned = new CoursePlanning.Request(
                request.clinic, request.condition, request.treatment, request.dose, null, Wishes.ANY);
        var dose = planned.doseOrStandard();
        var treatment = vacancies.treatment(
                CoursePlanning.search(request.condition, request.treatment, dose, CoursePlanning.NOBODY));
        return new Course(
                CourseId.random(),
                1,
                request.patient.id(),
                request.clinic,
                vacancies.clinic().zone(),
                treatment.id(),
                request.condition,
                request.therapist,
                request.referral,
                dose,
                request.firstDay,
                Set.of(),
                now,
                null,
                List.of());
    }

    private Mono<Void> requireAllowed(Actor actor, Course course) {
        return course.referral() == null
                ? Mono.empty()
                : referrals
                        .find(actor, course.referral())
                        .filter(referral -> referral.patient().equals(course.patient()))
                        .switchIfEmpty(Mono.error(CourseRefused.ReferralUnknown::new))
                        .doOnNext(referral -> referral.requireRoomFor(course))
                        .then();
    }

    private Mono<Void> add(Course course, RequestKey key, Courses.Change begun) {
        return courses.add(course, key, begun)
                .flatMap(isNew -> isNew ? Mono.empty() : Mono.error(new BookingRefused.KeyReused()));
    }
}
