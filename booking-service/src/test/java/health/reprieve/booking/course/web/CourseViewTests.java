package health.reprieve.booking.course.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.course.Choice;
import health.reprieve.booking.course.Course;
import health.reprieve.booking.course.CourseDesk;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What of a course is told to whom. */
@BookingTest
class CourseViewTests {

    @Autowired
    CourseDesk desk;

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    private final Actor.Patient rosa = Scene.patient();

    @Test
    void thatAVisitOfTheCourseNeedsReassignmentIsToldToStaffAndNotToItsPatient() {
        var clinic = scene.clinic(1);
        var therapist = scene.therapist(clinic);
        var course = begun(clinic, therapist);

        scene.lose(therapist);

        assertThat(statusOfTheFirst(Scene.DESK, course)).isEqualTo("NEEDS_REASSIGNMENT");
        assertThat(statusOfTheFirst(rosa, course)).isEqualTo("BOOKED");
    }

    private Course begun(Clinic clinic, KnownTherapist therapist) {
        var start = new CourseDesk.Start(
                Scene.details(rosa),
                true,
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                null,
                LocalDate.of(2027, 3, 2),
                null,
                null,
                Map.of(1, new Choice(Scene.TUESDAY_TEN, therapist.id())),
                null);
        return requireNonNull(desk.start(rosa, start, "k").block());
    }

    private String statusOfTheFirst(Actor reader, Course course) {
        var found = caller.as(reader)
                .get()
                .uri("/api/v1/booking/courses/" + course.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return requireNonNull(found).path("visits").get(0).path("status").stringValue();
    }
}
