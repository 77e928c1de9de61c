package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic with more therapists, rooms and visits than one answer of the database may have rows. */
@BookingTest
class LargeClinicTests {

    private static final int SIZE = 205;

    @Autowired
    Scene scene;

    @Autowired
    Openings openings;

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
    void everyVisitStandsInTheWay() {
        var open = openings(Set.of());

        assertThat(open.days()).hasSize(10);
        assertThat(open.days().getFirst().offers())
                .isNotEmpty()
                .noneMatch(offer -> offer.time().start().equals(Scene.TUESDAY_TEN));
    }

    @Test
    void ofOneTimeAFewTherapistsAreOffered() {
        var offers = openings(Set.of()).days().getFirst().offers();

        assertThat(offers.stream().collect(Collectors.groupingBy(offer -> offer.time(), Collectors.counting())))
                .allSatisfy((time, therapists) -> assertThat(therapists).isEqualTo(3));
    }

    @Test
    void whoeverIsAskedForIsOffered() {
        var chosen = therapists.stream().skip(SIZE - 2).map(KnownTherapist::id).collect(Collectors.toSet());

        var open = openings(chosen);

        assertThat(open.matches()).extracting(Match::therapist).containsExactlyInAnyOrderElementsOf(chosen);
        assertThat(open.days().getFirst().offers()).extracting(Offer::therapist).isSubsetOf(chosen);
    }

    private OpenDays openings(Set<TherapistId> chosen) {
        return requireNonNull(openings.firstDays(
                        new Openings.Search(
                                clinic.id(), Condition.NECK_PAIN, null, null, chosen, LocalDate.of(2027, 3, 2)),
                        Asker.of(Scene.visitor()))
                .block());
    }
}
