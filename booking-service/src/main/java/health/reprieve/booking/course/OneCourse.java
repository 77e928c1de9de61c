package health.reprieve.booking.course;

import health.reprieve.access.PatientId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One course for one complaint of one person at one clinic: two would be two doses. */
@Component
class OneCourse {

    private final Courses courses;

    OneCourse(Courses courses) {
        this.courses = courses;
    }

    /**
     * That no other course like it goes on, in the surrounding transaction.
     *
     * @throws CourseRefused.GoingOn through the Mono
     */
    Mono<Void> require(Course course) {
        return courses.oneAtATime(course.patient())
                .then(Mono.defer(() -> goingOn(course.patient(), course.clinic(), course.condition())))
                .doOnNext(all -> all.stream()
                        .filter(other -> !other.id().equals(course.id()))
                        .findFirst()
                        .ifPresent(other -> {
                            throw new CourseRefused.GoingOn(other.id());
                        }))
                .then();
    }

    private Mono<List<Course>> goingOn(PatientId patient, ClinicId clinic, Condition condition) {
        return courses.notStopped(patient, clinic, condition)
                .map(all -> all.stream().filter(Course::goesOn).toList());
    }
}
