package health.reprieve.booking.waitlist;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.course.Choice;
import health.reprieve.booking.course.CourseDesk;
import health.reprieve.booking.course.Dose;
import health.reprieve.booking.course.Phase;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.Treatments;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an offer that cannot be accepted as it stands. */
@BookingTest
class LostOfferTests {

    @Autowired
    OfferDesk offers;

    @Autowired
    CourseDesk courses;

    @Autowired
    Treatments treatments;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private OfferMade offer;

    @BeforeEach
    void somebodyIsAskedForTuesday() {
        clock.set(Instant.parse("2027-03-01T15:00:00Z"));
        clinic = scene.clinic(1);
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        offer = line.offered(rosa, clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whoHasAVisitTooNearToItMaySettleThatFirst() {
        courseBeginsOnWednesday();

        assertThatThrownBy(() -> offers.accept(rosa, offer.id()).block()).isInstanceOf(BookingRefused.NotOffered.class);

        line.look();
        assertThat(line.open(rosa)).contains(offer);
    }

    @Test
    void whatIsNotSoldThatLongAnyMoreIsWithdrawnWhenItIsAccepted() {
        onlyHalfHoursAreSold(clinic);

        assertThatThrownBy(() -> offers.accept(rosa, offer.id()).block())
                .isInstanceOf(WaitRefused.OfferWithdrawn.class);

        assertThat(outcome(rosa, offer)).isEqualTo(new OfferMade.Outcome.Withdrawn(clock.instant()));
        assertThat(line.own(rosa).getFirst().isInLine()).isTrue();
    }

    @Test
    void anOfferOfWhatIsNotSoldAnyMoreDoesNotKeepOthersFromEnding() {
        var other = Scene.patient();
        line.decline(rosa);
        clock.advance(Duration.ofSeconds(1));
        var theirs = line.offered(other, clinic);
        clock.advance(Duration.ofSeconds(1));
        line.hours(clinic, DayOfWeek.TUESDAY, LocalTime.of(12, 0), LocalTime.of(13, 0));
        line.look();
        assertThat(line.open(rosa)).isPresent();
        onlyHalfHoursAreSold(clinic);
        clock.set(theirs.expiresAt());

        line.look();

        assertThat(outcome(other, theirs)).isEqualTo(new OfferMade.Outcome.Expired(clock.instant()));
    }

    @Test
    void whatIsNotSoldThatLongAnyMoreIsWithdrawnByTheNextLook() {
        onlyHalfHoursAreSold(clinic);

        line.look();

        assertThat(outcome(rosa, offer)).isEqualTo(new OfferMade.Outcome.Withdrawn(clock.instant()));
    }

    /** Its visits keep two days from each other. */
    private void courseBeginsOnWednesday() {
        var wednesday = line.oneHour(clinic, DayOfWeek.WEDNESDAY, LocalTime.of(10, 0));
        var dose = new Dose(Duration.ofHours(1), List.of(Phase.of(1, 2)), Duration.ofDays(2), List.of());
        var start = new CourseDesk.Start(
                Scene.details(rosa),
                true,
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                dose,
                WaitScene.TUESDAY,
                null,
                null,
                Map.of(1, new Choice(Scene.TUESDAY_TEN.plus(Duration.ofDays(1)), wednesday.id())),
                null);
        courses.start(rosa, start, "k").block();
    }

    private void onlyHalfHoursAreSold(Clinic where) {
        var sold = requireNonNull(treatments.defaultAt(where.id()).block());
        treatments
                .save(new Treatment(
                        sold.id(),
                        sold.clinic(),
                        sold.name(),
                        List.of(Duration.ofMinutes(30)),
                        sold.needsApproval(),
                        sold.cancelWindow(),
                        sold.moveWindow(),
                        sold.effortPercent(),
                        sold.equipment()))
                .block();
    }

    private OfferMade.Outcome outcome(Actor.Patient patient, OfferMade made) {
        return requireNonNull(offers.find(patient, made.id()).block()).offer().outcome();
    }
}
