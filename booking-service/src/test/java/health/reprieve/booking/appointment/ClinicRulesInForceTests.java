package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.AccountId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.clinic.ClosedTimes;
import health.reprieve.booking.clinic.OpeningHours;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a clinic states of itself counts from the next question on. */
@BookingTest
class ClinicRulesInForceTests {

    private static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);
    private static final Instant TEN = Scene.TUESDAY_TEN;

    @Autowired
    Scene scene;

    @Autowired
    Openings openings;

    @Autowired
    HoldDesk holds;

    @Autowired
    ClinicRules rules;

    @Autowired
    ClosedTimes closedTimes;

    @Autowired
    Clock clock;

    private Clinic clinic;
    private KnownTherapist dana;

    @BeforeEach
    void aClinicWithARoom() {
        clinic = scene.clinic(1);
        dana = scene.therapist(clinic);
        assertThat(starts()).contains(TEN);
    }

    @Test
    void aClosureTakesItsTimesAndGivesThemBack() {
        var id = close(new ClosedTime.Affected.WholeClinic());

        assertThat(starts()).doesNotContain(TEN);
        assertThat(refusal()).isInstanceOf(Refusal.ClinicClosed.class);

        closedTimes.remove(clinic.id(), id).block();
        assertThat(starts()).contains(TEN);
    }

    @Test
    void aTherapistWhoIsAwayIsNotOffered() {
        close(new ClosedTime.Affected.OneTherapist(dana.id()));

        assertThat(refusal()).isInstanceOf(Refusal.TimeOff.class);
    }

    @Test
    void aRoomOutOfUseTakesNobody() {
        close(new ClosedTime.Affected.OneRoom(clinic.rooms().getFirst().id()));

        assertThat(starts()).doesNotContain(TEN);
        assertThatThrownBy(this::hold).isInstanceOf(BookingRefused.TimeTaken.class);
    }

    @Test
    void openingHoursBoundTheDay() {
        rules.replace(
                        clinic.id(),
                        new OpeningHours(List.of(
                                new OpeningHours.Span(DayOfWeek.TUESDAY, LocalTime.of(13, 0), LocalTime.of(15, 0)))),
                        1)
                .block();

        assertThat(starts().getFirst()).isEqualTo(TEN.plus(Duration.ofHours(3)));
        assertThat(refusal()).isInstanceOf(Refusal.OutsideOpening.class);
    }

    @Test
    void aGridOfItsOwnIsTheClinics() {
        policy(new ClinicPolicy(
                new ClinicPolicy.Starts.Grid(Duration.ofMinutes(60)),
                null,
                null,
                null,
                null,
                ClinicPolicy.NONE.load()));

        assertThat(starts())
                .isNotEmpty()
                .allMatch(start -> start.atZone(clinic.zone()).getMinute() == 0);
    }

    @Test
    void aLimitOfVisitsADayIsKept() {
        policy(new ClinicPolicy(null, null, null, null, null, new ClinicPolicy.Load(1, null, null, null, null)));
        scene.booked(Scene.patient(), clinic, dana, TEN.plus(Duration.ofHours(3)));

        assertThat(refusal()).isEqualTo(new Refusal.LimitReached(new Limit.VisitsPerDay(1)));
    }

    private ClosedTimeId close(ClosedTime.Affected affected) {
        var id = new ClosedTimeId(UUID.randomUUID());
        var time = TimeRange.startingAt(TEN, Duration.ofHours(1));
        closedTimes
                .add(
                        new ClosedTime(id, clinic.id(), affected, time, ClosedTime.Reason.REPAIR),
                        AccountId.random(),
                        clock.instant())
                .block();
        return id;
    }

    private void policy(ClinicPolicy own) {
        rules.replace(clinic.id(), own, 1).block();
    }

    private List<Instant> starts() {
        return requireNonNull(openings.firstDays(clinic.id(), Condition.NECK_PAIN, TUESDAY, Asker.of(Scene.visitor()))
                        .block())
                .days()
                .getFirst()
                .offers()
                .stream()
                .map(offer -> offer.time().start())
                .toList();
    }

    private Refusal refusal() {
        try {
            hold();
            throw new AssertionError("it was held");
        } catch (BookingRefused.NotOffered refused) {
            return refused.reason();
        }
    }

    private void hold() {
        var visitor = Scene.visitor();
        holds.hold(visitor.browser(), Asker.of(visitor), Scene.wish(clinic, dana, TEN))
                .block();
    }
}
