package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For how long a treatment is sold, searched, held and booked. */
@BookingTest
class TreatmentLengthTests extends TreatmentScene {

    @Test
    void aVisitKeepsItsLengthThoughTheTreatmentIsNoLongerSoldForSoLong() {
        var deep = sold("Deep work", 150, Set.of());
        var visit = book(rosa, TEN, deep);
        treatments.save(changed(deep, 150, 30)).block();

        var moved = requireNonNull(
                visits.move(rosa, visit.id(), visit.version(), NOON).block());

        assertThat(moved.time().length()).isEqualTo(HOUR);
        assertThatThrownBy(() -> book(Scene.patient(), TEN, deep)).isInstanceOf(BookingRefused.LengthNotSold.class);
    }

    @Test
    void whatIsHeldForOneTreatmentIsNotBookedForAnother() {
        var deep = sold("Deep work", 150, Set.of());
        var hold = requireNonNull(
                holds.hold(rosa.browser(), Asker.of(rosa), wish(TEN, deep)).block());

        assertThatThrownBy(() -> book(rosa, dana, TEN, null, hold.id())).isInstanceOf(BookingRefused.HoldDiffers.class);
        assertThat(book(rosa, dana, TEN, deep, hold.id()).treatment()).isEqualTo(deep);
    }

    @Test
    void aHeldTimeIsBookedForWhatItIsHeldFor() {
        var deep = sold("Deep work", 150, Set.of());
        var hold = requireNonNull(
                holds.hold(rosa.browser(), Asker.of(rosa), wish(TEN, deep)).block());

        var visit = requireNonNull(desk.bookHeld(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN)
                .block());

        assertThat(visit.treatment()).isEqualTo(deep);
    }

    @Test
    void aSearchIsForTheLengthThatIsWanted() {
        var open = requireNonNull(openings.firstDays(
                        new Openings.Search(
                                clinic.id(), Condition.NECK_PAIN, null, Duration.ofMinutes(90), Set.of(), TUESDAY),
                        Asker.of(rosa))
                .block());

        assertThat(open.days().getFirst().offers())
                .isNotEmpty()
                .allMatch(offer -> offer.time().length().equals(Duration.ofMinutes(90)));
    }

    @Test
    void aSearchForWhatIsNotSoldIsRefused() {
        assertThatThrownBy(() -> search(TreatmentId.random(), HOUR))
                .isInstanceOf(BookingRefused.TreatmentUnknown.class);
        assertThatThrownBy(() -> search(null, Duration.ofMinutes(50))).isInstanceOf(BookingRefused.LengthNotSold.class);
    }

    private void search(@Nullable TreatmentId treatment, Duration length) {
        openings.firstDays(
                        new Openings.Search(clinic.id(), Condition.NECK_PAIN, treatment, length, Set.of(), null),
                        Asker.of(rosa))
                .block();
    }
}
