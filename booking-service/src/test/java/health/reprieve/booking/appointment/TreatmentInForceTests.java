package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.treatment.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a treatment is counts wherever its times are listed, checked, held, booked or moved. */
@BookingTest
class TreatmentInForceTests extends TreatmentScene {

    @Autowired
    ClinicRules rules;

    @Test
    void deepWorkWeighsMoreThanItLasts() {
        atMostADay(Duration.ofMinutes(150));
        var deep = sold("Deep work", 150, Set.of());
        book(rosa, TEN, deep);

        assertThat(refusal(() -> book(rosa, NOON, deep))).isEqualTo(tooMuch(150));
        assertThat(starts(deep)).isEmpty();
        assertThat(starts(null)).contains(NOON);
        book(rosa, NOON, null);
    }

    @Test
    void whatIsHeldWeighsAsMuchAsWhatIsBooked() {
        atMostADay(Duration.ofMinutes(150));
        var deep = sold("Deep work", 150, Set.of());
        var visitor = Scene.visitor();
        holds.hold(visitor.browser(), Asker.of(visitor), wish(TEN, deep)).block();

        assertThat(refusal(() -> book(rosa, NOON, deep))).isEqualTo(tooMuch(150));
    }

    @Test
    void aVisitWeighsWhatWasAgreedWhateverBecomesOfItsTreatment() {
        atMostADay(Duration.ofMinutes(150));
        var deep = sold("Deep work", 150, Set.of());
        book(rosa, TEN, deep);
        treatments.save(changed(deep, 300, 60)).block();

        book(rosa, NOON, null);
    }

    @Test
    void itsOwnEffortIsNotInTheWayOfAVisitThatIsMoved() {
        atMostADay(Duration.ofMinutes(150));
        var visit = book(rosa, TEN, sold("Deep work", 150, Set.of()));
        book(Scene.patient(), NOON, null);

        var moved = visits.move(rosa, visit.id(), visit.version(), TEN.plus(Duration.ofHours(4)))
                .block();

        assertThat(requireNonNull(moved).time().start()).isEqualTo(TEN.plus(Duration.ofHours(4)));
    }

    @Test
    void onlyARoomWithWhatIsNeededWillDo() {
        var stones = sold("Hot stones", 100, Set.of("HOT_STONES"));
        var samuel = scene.therapist(clinic);

        var visit = book(rosa, TEN, stones);

        assertThat(visit.room().name()).isEqualTo("Room 2");
        assertThat(starts(samuel, stones)).doesNotContain(TEN).contains(NOON);
        assertThat(starts(samuel, null)).contains(TEN);
        assertThatThrownBy(() -> book(Scene.patient(), samuel, TEN, stones))
                .isInstanceOfSatisfying(
                        BookingRefused.TimeTaken.class,
                        taken -> assertThat(taken.nearest())
                                .isNotEmpty()
                                .allMatch(offer ->
                                        offer.room().equals(visit.room().id())));
        scene.booked(Scene.patient(), clinic, samuel, TEN);
    }

    @Test
    void aVisitIsMovedIntoARoomWithWhatItNeeds() {
        var visit = book(rosa, TEN, sold("Hot stones", 100, Set.of("HOT_STONES")));

        var moved = requireNonNull(
                visits.move(rosa, visit.id(), visit.version(), NOON).block());

        assertThat(moved.room().name()).isEqualTo("Room 2");
    }

    private void atMostADay(Duration most) {
        rules.replace(
                        clinic.id(),
                        new ClinicPolicy(
                                null, null, null, null, null, new ClinicPolicy.Load(null, null, most, null, null)),
                        1)
                .block();
    }

    private static Refusal tooMuch(int minutes) {
        return new Refusal.LimitReached(new Limit.HandsOnPerDay(Duration.ofMinutes(minutes)));
    }

    private List<Instant> starts(@Nullable Treatment treatment) {
        return starts(dana, treatment);
    }

    private List<Instant> starts(KnownTherapist therapist, @Nullable Treatment treatment) {
        var search = new Openings.Search(
                clinic.id(),
                Condition.NECK_PAIN,
                treatment == null ? null : treatment.id(),
                null,
                Set.of(therapist.id()),
                TUESDAY);
        return requireNonNull(
                        openings.firstDays(search, Asker.of(Scene.visitor())).block())
                .days()
                .stream()
                .filter(day -> day.date().equals(TUESDAY))
                .flatMap(day -> day.offers().stream())
                .map(offer -> offer.time().start())
                .toList();
    }

    private static Refusal refusal(Runnable attempt) {
        try {
            attempt.run();
            throw new AssertionError("it was granted");
        } catch (BookingRefused.NotOffered refused) {
            return refused.reason();
        }
    }
}
