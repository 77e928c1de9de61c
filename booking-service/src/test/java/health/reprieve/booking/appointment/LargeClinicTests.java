package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinic with more therapists, rooms and visits than one answer of the database may have rows. */
@BookingTest
class LargeClinicTests {

    private static final int SIZE = 205;

    @Autowired
    Scene scene;

    @Autowired
    Openings openings;

    @Autowired
    Caller caller;

    private Clinic clinic;
    private List<KnownTherapist> therapists;

    @BeforeEach
    void everybodyHasAVisitAtTheSameTime() {
        clinic = scene.clinic(SIZE);
        therapists =
                IntStream.range(0, SIZE).mapToObj(i -> scene.therapist(clinic)).toList();
        therapists.forEach(therapist -> scene.booked(Scene.patient(), clinic, therapist, Scene.TUESDAY_TEN));
    }

    @Test
    void everyTherapistIsOfferedAndEveryVisitStandsInTheWay() {
        var open = requireNonNull(openings.firstDays(
                        clinic.id(), Condition.NECK_PAIN, LocalDate.of(2027, 3, 2), Asker.of(Scene.visitor()))
                .block());

        assertThat(open.matches()).hasSize(SIZE);
        assertThat(open.days()).hasSize(10);
        assertThat(open.days().getFirst().offers())
                .isNotEmpty()
                .noneMatch(offer -> offer.time().start().equals(Scene.TUESDAY_TEN));
    }

    @Test
    void programsReadItsDaysInPages() {
        var first = openings(null);
        var second = openings(first.path("next").stringValue());

        assertThat(first.path("days")).hasSize(1);
        assertThat(first.path("days").path(0).path("date").stringValue()).isEqualTo("2027-03-01");
        assertThat(second.path("days").path(0).path("date").stringValue()).isEqualTo("2027-03-02");
    }

    private JsonNode openings(String from) {
        var search = from == null
                ? Map.of("clinicId", clinic.id().value(), "condition", "NECK_PAIN")
                : Map.of("clinicId", clinic.id().value(), "condition", "NECK_PAIN", "from", from);
        var body = caller.as(Scene.visitor())
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build()
                .post()
                .uri("/api/v1/booking/openings")
                .bodyValue(search)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }
}
