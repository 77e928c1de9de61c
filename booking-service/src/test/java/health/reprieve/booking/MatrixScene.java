package health.reprieve.booking;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.access.matrix.Operation;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.course.Choice;
import health.reprieve.booking.course.CourseDesk;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What the operations of the matrix are about, and the way to ask them. */
@TestComponent
class MatrixScene {

    private static final Duration LATER = Duration.ofHours(3);

    private final Scene scene;
    private final WaitScene line;
    private final HoldDesk holds;
    private final CourseDesk courses;
    private final MatrixBodies bodies;
    private final Caller caller;
    private final TestClock clock;
    private final List<MatrixSubject> offered = new ArrayList<>();

    MatrixScene(
            Scene scene,
            WaitScene line,
            HoldDesk holds,
            CourseDesk courses,
            MatrixBodies bodies,
            Caller caller,
            TestClock clock) {
        this.scene = scene;
        this.line = line;
        this.holds = holds;
        this.courses = courses;
        this.bodies = bodies;
        this.caller = caller;
        this.clock = clock;
    }

    static boolean isAboutOneThing(Operation operation) {
        return operation.path().getPatternString().contains("{id}");
    }

    /** Something new that the operation can be done with, at a clinic of its own. */
    MatrixSubject subject(Operation operation) {
        var pattern = operation.path().getPatternString();
        var owner = Scene.patient();
        var clinic = scene.clinic(2);
        var therapist = scene.therapist(clinic);
        clock.set(TestClock.MONDAY);
        if (!isAboutOneThing(operation)) {
            return new MatrixSubject(UUID.randomUUID(), 1, owner, clinic, therapist, clock.instant());
        }
        if (pattern.contains("/waiting-list/")) {
            return offered(pattern, owner, clinic, therapist);
        }
        if (pattern.contains("/courses/")) {
            return new MatrixSubject(course(owner, clinic, therapist), 1, owner, clinic, therapist, clock.instant());
        }
        var visit = scene.readyFor(pattern, owner, clinic, therapist, Scene.TUESDAY_TEN);
        return new MatrixSubject(visit.id().value(), visit.version(), owner, clinic, therapist, clock.instant());
    }

    /** The owner's wish, which has just been offered a time, or that offer. */
    private MatrixSubject offered(String pattern, Actor.Patient owner, Clinic clinic, KnownTherapist therapist) {
        clock.set(Scene.TUESDAY_TEN.minus(Duration.ofDays(1)));
        var offer = line.offered(owner, clinic);
        var id = pattern.contains("/offers/")
                ? offer.id().value()
                : offer.waiting().value();
        var subject = new MatrixSubject(id, 1, owner, clinic, therapist, clock.instant());
        offered.add(subject);
        return subject;
    }

    private UUID course(Actor.Patient owner, Clinic clinic, KnownTherapist therapist) {
        var first = Map.of(1, new Choice(Scene.TUESDAY_TEN, therapist.id()));
        var begun = new CourseDesk.Start(
                Scene.details(owner),
                true,
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                null,
                LocalDate.of(2027, 3, 2),
                null,
                null,
                first,
                null);
        return requireNonNull(courses.start(owner, begun, "k").block()).id().value();
    }

    /** Takes everybody out of the line again, where later tests would find them, and puts the clock back. */
    void leave() {
        offered.forEach(subject -> {
            clock.set(subject.now());
            line.leave(subject.owner());
        });
        offered.clear();
        clock.set(TestClock.MONDAY);
    }

    EntityExchangeResult<String> call(Operation operation, Actor actor, MatrixSubject subject) {
        clock.set(subject.now());
        var pattern = operation.path().getPatternString();
        actor.ownBrowser()
                .filter(browser -> pattern.contains("/holds/current"))
                .ifPresent(browser -> holds.hold(
                                browser,
                                Asker.of(actor),
                                Scene.wish(subject.clinic(), subject.therapist(), Scene.TUESDAY_TEN.plus(LATER)))
                        .block());
        var request = caller.as(actor)
                .method(operation.method())
                .uri(address(pattern, subject) + MatrixBodies.query(operation, subject));
        request.headers(headers -> {
            headers.set(HttpHeaders.IF_MATCH, "\"" + subject.version() + "\"");
            headers.set("Idempotency-Key", "k");
        });
        var body = bodies.body(operation, subject);
        if (body != null) {
            request.contentType(
                            pattern.startsWith("/api/")
                                    ? MediaType.APPLICATION_JSON
                                    : MediaType.APPLICATION_FORM_URLENCODED)
                    .bodyValue(body);
        }
        return request.exchange().expectBody(String.class).returnResult();
    }

    private static String address(String pattern, MatrixSubject subject) {
        return pattern.replace("{id}", subject.id().toString())
                .replace("{clinic}", subject.clinic().id().toString())
                .replace("{closure}", UUID.randomUUID().toString())
                .replace("{referral}", UUID.randomUUID().toString());
    }
}
