package health.reprieve.booking.patient;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.access.MailAddress;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.appointment.BookingDesk;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class ContactNewsTests {

    @Autowired
    BookingDesk desk;

    @Autowired
    Patients patients;

    @Autowired
    Scene scene;

    private final Actor.Patient actor = Scene.patient();
    private int visits;
    private Runnable nextVisit = () -> {};

    @BeforeEach
    void aTherapistWithTime() {
        var clinic = scene.clinic(1);
        var therapist = scene.therapist(clinic);
        nextVisit = () -> scene.booked(actor, clinic, therapist, Scene.TUESDAY_TEN.plus(Duration.ofDays(visits++)));
    }

    @Test
    void theFirstVisitTellsWhoThePatientIs() {
        nextVisit.run();

        assertThat(scene.told(actor.id())).singleElement().satisfies(told -> {
            assertThat(told.type()).isEqualTo("health.reprieve.patient-contact.changed.v1");
            assertThat(told.version()).isEqualTo(1);
            var contact = told.data().path("contact");
            assertThat(contact.path("name").stringValue()).isEqualTo("Rosa Delgado");
            assertThat(contact.path("email").stringValue())
                    .isEqualTo(actor.email().value());
            assertThat(contact.path("language").stringValue()).isEqualTo("es");
            assertThat(contact.path("zone").stringValue()).isEqualTo("America/New_York");
        });
    }

    @Test
    void anotherVisitWithTheSameDetailsTellsNothingMore() {
        nextVisit.run();
        nextVisit.run();

        assertThat(scene.told(actor.id())).hasSize(1);
    }

    @Test
    void whatIsNewIsToldWithARaisedVersion() {
        nextVisit.run();
        var moved = new Actor.Patient(
                actor.id(), new MailAddress("rosa@" + UUID.randomUUID() + ".example"), actor.browser());
        var clinic = scene.clinic(1);
        scene.booked(moved, clinic, scene.therapist(clinic), Scene.TUESDAY_TEN.plus(Duration.ofDays(9)));

        assertThat(scene.told(actor.id())).extracting(Scene.Told::version).containsExactly(1L, 2L);
        assertThat(requireNonNull(patients.find(actor).block()).email()).isEqualTo(moved.email());
    }
}
