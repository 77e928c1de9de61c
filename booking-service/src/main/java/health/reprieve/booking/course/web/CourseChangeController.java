package health.reprieve.booking.course.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.course.CourseChanges;
import health.reprieve.booking.course.CourseId;
import health.reprieve.booking.course.Dose;
import health.reprieve.booking.web.EntityTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is changed of a course as a whole, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/courses/{id}")
class CourseChangeController {

    private static final int LONGEST_NOTE = 500;
    private static final String NOT_BLANK = "(?s).*\\S.*";

    private final CourseChanges changes;

    CourseChangeController(CourseChanges changes) {
        this.changes = changes;
    }

    /**
     * Visits that are to be booked, all of them or none.
     *
     * @param note why staff book at shorter notice than the clinic wants; left out: they do not
     */
    record VisitsForm(
            @NotEmpty @Size(max = Dose.MOST_VISITS) List<@NotNull @Valid ChosenForm> visits,

            @Nullable @Size(max = LONGEST_NOTE) @Pattern(regexp = NOT_BLANK) String note) {}

    /**
     * A visit that is left out.
     *
     * @param place its number
     * @param note why staff override the treatment's window; left out: they do not
     */
    record SkipForm(
            @NotNull @Min(1) @Max(Dose.MOST_VISITS) Integer place,

            @Nullable @Size(max = LONGEST_NOTE) @Pattern(regexp = NOT_BLANK) String note) {}

    /**
     * Why a course is stopped.
     *
     * @param note for staff only; with it, visits that are too late to call off are called off too
     */
    record StopForm(
            @Nullable @Size(max = LONGEST_NOTE) @Pattern(regexp = NOT_BLANK) String note) {}

    /**
     * Books visits of a course that have no time yet: all of them, or none.
     *
     * @param id of the course
     * @param ifMatch the ETag of the course as it was read: nobody's change is lost
     */
    @PostMapping("/visits")
    Mono<ResponseEntity<CourseView>> bookCourseVisits(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody VisitsForm form) {
        var version = EntityTag.version(ifMatch);
        return changes.book(actor, new CourseId(id), version, ChosenForm.choices(form.visits()), form.note())
                .map(course -> CourseController.answer(course, actor));
    }

    /**
     * Makes a course longer. The new visits have no time yet.
     *
     * @param id of the course
     * @param ifMatch the ETag of the course as it was read: nobody's change is lost
     */
    @PostMapping("/extension")
    Mono<ResponseEntity<CourseView>> extendCourse(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PhaseBody form) {
        return changes.extend(actor, new CourseId(id), EntityTag.version(ifMatch), form.phase())
                .map(course -> CourseController.answer(course, actor));
    }

    /**
     * Leaves a visit out on purpose, so that its week is not below the dose. If it was booked it is called off, by the rules for
     * calling off visits.
     *
     * @param id of the course
     * @param ifMatch the ETag of the course as it was read: nobody's change is lost
     */
    @PostMapping("/skip")
    Mono<ResponseEntity<CourseView>> skipCourseVisit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SkipForm form) {
        return changes.skip(actor, new CourseId(id), EntityTag.version(ifMatch), form.place(), form.note())
                .map(course -> CourseController.answer(course, actor));
    }

    /**
     * Stops a course. What is to come is called off; a visit that its patient cannot call off any more stays, and the answer shows
     * it.
     *
     * @param id of the course
     * @param ifMatch the ETag of the course as it was read: nobody's change is lost
     */
    @PostMapping("/stop")
    Mono<ResponseEntity<CourseView>> stopCourse(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable StopForm form) {
        return changes.stop(actor, new CourseId(id), EntityTag.version(ifMatch), form == null ? null : form.note())
                .map(course -> CourseController.answer(course, actor));
    }
}
