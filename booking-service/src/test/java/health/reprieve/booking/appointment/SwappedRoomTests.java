package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Room 2 has the stones, and an ordinary visit is in it that could as well be in room 1. */
@BookingTest
class SwappedRoomTests extends SwappedRoomScene {

    private static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);

    private static final Instant TWO = TEN.plus(Duration.ofHours(4));

    @Autowired
    Openings openings;

    @Autowired
    HoldDesk holds;

    @Test
    void aVisitLeavesItsRoomForAnotherOneWhereThatMakesSpace() {
        assertThat(starts()).contains(TEN);

        var visit = book(rosa, samuel);

        assertThat(visit.room().name()).isEqualTo("Room 2");
        var moved = again(inTheWay);
        assertThat(moved.room().name()).isEqualTo("Room 1");
        assertThat(moved.time()).isEqualTo(inTheWay.time());
        assertThat(moved.stage()).isEqualTo(Stage.BOOKED);
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.calendarSequence()).isEqualTo(1);
        assertThat(starts()).doesNotContain(TEN);
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void theOtherVisitHasALineOfHistoryAndNewsOfIt() {
        book(rosa, samuel);

        var last = requireNonNull(visits.history(Scene.DESK, inTheWay.id()).block())
                .getLast();
        var told = scene.told(inTheWay.id()).getLast();
        assertThat(last.by()).isEqualTo(Doer.HOUSE);
        assertThat(last.step()).isEqualTo("MOVE");
        assertThat(told.type()).isEqualTo("health.reprieve.appointment.moved.v1");
        assertThat(told.data().at("/appointment/room/name").stringValue()).isEqualTo("Room 1");
        assertThat(told.data().at("/appointment/calendarSequence").intValue()).isEqualTo(1);
    }

    @Test
    void whatIsHeldHasItsRoomToo() {
        var hold = requireNonNull(
                holds.hold(rosa.browser(), Asker.of(rosa), wish(samuel, TEN)).block());

        assertThat(hold.first().room()).isEqualTo(inTheWay.room().id());
        assertThat(again(inTheWay).room().name()).isEqualTo("Room 1");
        assertThat(book(rosa, samuel).room().name()).isEqualTo("Room 2");
        assertThat(again(inTheWay).version()).isEqualTo(2);
    }

    @Test
    void aVisitIsMovedToATimeWhoseRoomAnotherOneLeaves() {
        var visit = book(rosa, samuel, TWO);

        var moved = requireNonNull(visits.move(rosa, visit.id(), 1, TEN).block());

        assertThat(moved.room().name()).isEqualTo("Room 2");
        assertThat(again(inTheWay).room().name()).isEqualTo("Room 1");
    }

    @Test
    void aHoldThatHasExpiredIsNotInTheWayOfTheVisitThatLeaves() {
        var visitor = Scene.visitor();
        var plain = Scene.wish(clinic, tom, TEN);
        var hold = requireNonNull(
                holds.hold(visitor.browser(), Asker.of(visitor), plain).block());
        assertThat(hold.first().room()).isNotEqualTo(inTheWay.room().id());
        assertThatThrownBy(() -> book(rosa, samuel)).isInstanceOf(BookingRefused.TimeTaken.class);
        clock.advance(Duration.ofMinutes(11));

        assertThat(book(rosa, samuel).room().name()).isEqualTo("Room 2");
    }

    @Test
    void onItsDayAVisitStaysInItsRoom() {
        assertThat(starts()).contains(TEN);
        clock.set(TEN.minus(Duration.ofHours(4)));

        assertThatThrownBy(() -> book(rosa, samuel)).isInstanceOf(BookingRefused.TimeTaken.class);
        assertStays(inTheWay);
    }

    @Test
    void aRefusedRequestMovesNobody() {
        book(rosa, samuel, TWO, "k");

        assertThatThrownBy(() -> book(rosa, samuel, TEN, "k")).isInstanceOf(BookingRefused.KeyReused.class);

        assertStays(inTheWay);
    }

    private void assertStays(Appointment visit) {
        assertThat(again(visit).version()).isEqualTo(visit.version());
        assertThat(again(visit).room().id()).isEqualTo(visit.room().id());
        assertThat(scene.told(visit.id())).hasSize(1);
    }

    private List<Instant> starts() {
        var search = new Openings.Search(
                clinic.id(), Condition.NECK_PAIN, stones.id(), null, Set.of(samuel.id(), tom.id()), TUESDAY);
        return requireNonNull(
                        openings.firstDays(search, Asker.of(Scene.visitor())).block())
                .days()
                .getFirst()
                .offers()
                .stream()
                .map(offer -> offer.time().start())
                .toList();
    }

    private Appointment book(Actor.Patient patient, KnownTherapist therapist) {
        return book(patient, therapist, TEN);
    }

    private Appointment book(Actor.Patient patient, KnownTherapist therapist, Instant start) {
        return book(patient, therapist, start, UUID.randomUUID().toString());
    }

    private Appointment book(Actor.Patient patient, KnownTherapist therapist, Instant start, String key) {
        var request = new BookingDesk.Request(Scene.details(patient), wish(therapist, start), null);
        return requireNonNull(desk.book(patient, request, key).block());
    }
}
