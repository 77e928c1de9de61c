package health.reprieve.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the house chooses where anybody will do. */
@BookingTest
class WhoIsChosenTests extends AnyTherapistScene {

    @Autowired
    VisitDesk visits;

    @Test
    void whoeverIsTheOnlyOneFreeIsChosen() {
        scene.booked(Scene.patient(), clinic, dana, TEN);

        assertThat(book(rosa, ANYBODY, TEN).therapist().id()).isEqualTo(samuel.id());
    }

    @Test
    void whoHasNoRightOrNoHoursIsNeverChosen() {
        var grace = scene.therapist(clinic, new PractisePermit[0]);
        var ana = scene.therapist(clinic, Scene.permit("US-TX"));
        var elsewhere = scene.therapist(scene.clinic(1));

        var booked = IntStream.range(0, 12)
                .mapToObj(i -> book(Scene.patient(), ANYBODY, TEN.plus(DAY.multipliedBy(i))))
                .map(visit -> visit.therapist().id())
                .collect(Collectors.toSet());

        assertThat(booked).isSubsetOf(dana.id(), samuel.id());
        var others = new Whom.AnyOf(Set.of(grace.id(), ana.id(), elsewhere.id()));
        assertThatThrownBy(() -> book(rosa, others, TEN))
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.NoRightToPractise.class));
    }

    @Test
    void onlyThoseWhoWereNamedAreChosen() {
        var tom = scene.therapist(clinic);
        var two = new Whom.AnyOf(Set.of(dana.id(), tom.id()));

        var first = book(Scene.patient(), two, TEN).therapist().id();
        var second = book(Scene.patient(), two, TEN).therapist().id();

        assertThat(List.of(first, second)).containsExactlyInAnyOrder(dana.id(), tom.id());
        assertThatThrownBy(() -> book(rosa, two, TEN))
                .isInstanceOfSatisfying(
                        BookingRefused.TimeTaken.class,
                        taken -> assertThat(taken.nearest()).isNotEmpty());
    }

    @Test
    void whoTreatedThePatientLastIsChosenThoughTheyHaveMoreToDo() {
        completed(book(rosa, new Whom.One(dana.id()), TEN.plus(DAY)));
        completed(book(rosa, new Whom.One(dana.id()), TEN.plus(DAY.multipliedBy(2))));
        completed(book(rosa, new Whom.One(samuel.id()), TEN.plus(DAY.multipliedBy(3))));
        scene.booked(Scene.patient(), clinic, samuel, NOON.plus(DAY.multipliedBy(7)));

        var next = book(rosa, ANYBODY, TEN.plus(DAY.multipliedBy(7)));

        assertThat(next.therapist().id()).isEqualTo(samuel.id());
    }

    @Test
    void whoTreatedThePatientMoreOftenIsChosenWhenTheLastOneIsNotFree() {
        var tom = scene.therapist(clinic);
        var inOrder = List.of(tom, dana, dana, tom, dana, samuel);
        for (int day = 0; day < inOrder.size(); day++) {
            completed(book(rosa, new Whom.One(inOrder.get(day).id()), TEN.plus(DAY.multipliedBy(day))));
        }
        scene.booked(Scene.patient(), clinic, samuel, TEN.plus(DAY.multipliedBy(8)));

        assertThat(book(rosa, ANYBODY, TEN.plus(DAY.multipliedBy(8)))
                        .therapist()
                        .id())
                .isEqualTo(dana.id());
    }

    @Test
    void aVisitThatDidNotComeAboutTiesNobody() {
        var missed = book(rosa, new Whom.One(dana.id()), TEN);
        visits.cancel(Scene.DESK, missed.id(), 1, new VisitDesk.Cancellation(null, "she is ill"))
                .block();
        scene.booked(Scene.patient(), clinic, dana, NOON);

        assertThat(book(rosa, ANYBODY, TEN).therapist().id()).isEqualTo(samuel.id());
    }

    @Test
    void whoSuitsWhatHurtsComesBeforeWhoHasLessToDo() {
        var fitting = suiting(Set.of(Technique.SWED, Technique.NMT, Technique.MFR));
        scene.booked(Scene.patient(), clinic, fitting, NOON);

        assertThat(book(rosa, ANYBODY, TEN).therapist().id()).isEqualTo(fitting.id());
    }

    @Test
    void workIsSpreadEvenlyOverTheWeek() {
        for (long seed = 1; seed <= 3; seed++) {
            clinic = scene.clinic(6);
            var equals = IntStream.range(0, 5)
                    .mapToObj(i -> scene.therapist(clinic).id())
                    .toList();
            var starts = new ArrayList<Instant>();
            for (int place = 0; place < 30; place++) {
                starts.add(TEN.plus(DAY.multipliedBy(place % 5)).plus(Duration.ofHours(2L * (place % 3))));
            }
            Collections.shuffle(starts, new Random(seed));
            var load = new HashMap<TherapistId, Integer>();
            for (var start : starts.subList(0, 25)) {
                load.merge(book(Scene.patient(), ANYBODY, start).therapist().id(), 1, Integer::sum);
            }

            assertThat(load).as("seed %d", seed).containsOnlyKeys(equals);
            assertThat(load.values()).as("seed %d", seed).allMatch(count -> count >= 4 && count <= 6);
        }
    }

    private KnownTherapist suiting(Set<Technique> techniques) {
        return scene.keep(new KnownTherapist(
                TherapistId.random(),
                1,
                "Mei Lin",
                false,
                List.of("en"),
                techniques,
                List.of(Scene.permit("US-NY")),
                Map.of(clinic.id(), Scene.everyDay())));
    }

    private void completed(Appointment visit) {
        clock.set(visit.time().end());
        visits.take(Scene.DESK, visit.id(), visit.version(), new Step.Complete())
                .block();
        clock.set(TestClock.MONDAY);
    }
}
