package health.reprieve.booking.course.web;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.course.Course;
import health.reprieve.booking.course.CourseDesk;
import health.reprieve.booking.course.CourseId;
import health.reprieve.booking.course.CoursePlanning;
import health.reprieve.booking.web.EntityTag;
import health.reprieve.booking.web.IdempotencyKey;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Courses of treatment, as JSON. */
@RestController
@RequestMapping("/api/v1/booking")
class CourseController {

    private final CoursePlanning planning;
    private final CourseDesk desk;
    private final WhoIsTreated who;

    CourseController(CoursePlanning planning, CourseDesk desk, WhoIsTreated who) {
        this.planning = planning;
        this.desk = desk;
        this.who = who;
    }

    /** Some courses, latest first. */
    record CourseList(List<CourseView> courses) {}

    /**
     * Finds sets of times that meet a dose. What does not fit is named, with the reasons and the alternatives. Nothing is written
     * and nothing kept.
     */
    @PostMapping("/course-plans")
    Mono<PreviewView> planCourse(Actor actor, @Valid @RequestBody PlanForm form) {
        return planning.preview(actor, form.patient(), form.request()).map(PreviewView::of);
    }

    /**
     * Begins a course and books all visits that are given a time, or does nothing.
     *
     * @param key chosen by the client, new for each course: the same request with the same key begins one, and is answered like
     *     the first
     */
    @PostMapping("/courses")
    Mono<ResponseEntity<CourseView>> beginCourse(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody CourseForm form) {
        var required = IdempotencyKey.require(key);
        return who.of(actor, form)
                .flatMap(patient -> desk.start(actor, form.start(patient), required))
                .map(course -> ResponseEntity.created(URI.create("/api/v1/booking/courses/" + course.id()))
                        .eTag(EntityTag.of(course.version()))
                        .body(CourseView.of(course, actor)));
    }

    /**
     * Lists a patient's courses, latest first; the latest 50.
     *
     * @param patientId whose; patients leave it out, and get their own
     */
    @GetMapping("/courses")
    Mono<CourseList> listCourses(Actor actor, @RequestParam(required = false) @Nullable UUID patientId) {
        return desk.of(actor, patientOf(actor, patientId))
                .map(courses -> new CourseList(courses.stream()
                        .map(course -> CourseView.of(course, actor))
                        .toList()));
    }

    /**
     * Tells how a course stands.
     *
     * @param id of the course
     */
    @GetMapping("/courses/{id}")
    Mono<ResponseEntity<CourseView>> findCourse(Actor actor, @PathVariable UUID id) {
        return desk.find(actor, new CourseId(id)).map(course -> answer(course, actor));
    }

    /**
     * Finds times for the visits of a course that have none. Nothing is written and nothing kept.
     *
     * @param id of the course
     */
    @PostMapping("/courses/{id}/plans")
    Mono<PreviewView> planOpenVisits(
            Actor actor, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable WishesForm form) {
        return planning.previewOpen(actor, new CourseId(id), WishesForm.wishes(form))
                .map(PreviewView::of);
    }

    static PatientId patientOf(Actor actor, @Nullable UUID patientId) {
        if (actor instanceof Actor.Patient patient) {
            return patient.id();
        }
        if (patientId == null) {
            throw RequestRefused.missing("patientId");
        }
        return new PatientId(patientId);
    }

    static ResponseEntity<CourseView> answer(Course course, Actor actor) {
        return ResponseEntity.ok().eTag(EntityTag.of(course.version())).body(CourseView.of(course, actor));
    }
}
