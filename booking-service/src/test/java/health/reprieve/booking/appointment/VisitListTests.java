package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class VisitListTests {

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Test
    void everyVisitIsOnOnePageLatestFirst() {
        var patient = Scene.patient();
        var booked = bookedOn(patient, 5);

        var pages = new ArrayList<VisitList>();
        for (AppointmentId after = null; pages.isEmpty() || pages.getLast().more(); ) {
            var page = list(patient, after, 2);
            after = page.visits().getLast().id();
            pages.add(page);
        }

        assertThat(pages).extracting(page -> page.visits().size()).containsExactly(2, 2, 1);
        assertThat(pages.stream().flatMap(page -> page.visits().stream()).toList())
                .isEqualTo(booked.reversed());
    }

    @Test
    void aPageThatIsJustFullIsTheLastOne() {
        var patient = Scene.patient();
        bookedOn(patient, 2);

        assertThat(list(patient, null, 2).more()).isFalse();
        assertThat(list(patient, null, 1).more()).isTrue();
    }

    @Test
    void noPageIsLongerThanAHundred() {
        var patient = Scene.patient();
        bookedOn(patient, 101);

        var first = list(patient, null, 1000);
        var second = list(patient, first.visits().getLast().id(), 1000);

        assertThat(first.visits()).hasSize(100);
        assertThat(first.more()).isTrue();
        assertThat(second.visits()).hasSize(1);
        assertThat(second.more()).isFalse();
    }

    @Test
    void othersVisitsAreNotInTheList() {
        var patient = Scene.patient();
        bookedOn(Scene.patient(), 2);

        assertThat(list(patient, null, 10).visits()).isEmpty();
    }

    /** Two visits a day, in order of time. */
    private List<Appointment> bookedOn(Actor.Patient patient, int visitsInAll) {
        var clinic = scene.clinic(1);
        var therapist = scene.therapist(clinic);
        return IntStream.range(0, visitsInAll)
                .mapToObj(i -> scene.booked(
                        patient,
                        clinic,
                        therapist,
                        Scene.TUESDAY_TEN.plus(Duration.ofDays(i / 2)).plus(Duration.ofHours(3L * (i % 2)))))
                .toList();
    }

    private VisitList list(Actor actor, @Nullable AppointmentId after, int most) {
        return requireNonNull(visits.list(actor, after, most).block());
    }
}
