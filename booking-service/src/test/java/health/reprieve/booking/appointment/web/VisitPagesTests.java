package health.reprieve.booking.appointment.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Browser;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.CancelReason;
import health.reprieve.booking.appointment.Canceller;
import health.reprieve.booking.appointment.Status;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class VisitPagesTests {

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    VisitDesk desk;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;
    private Browser browser;

    @BeforeEach
    void aClinicWithOneTherapist() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
        browser = Browser.of(caller, patient);
    }

    @AfterEach
    void turnTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whoHasNoVisitsIsToldHowToGetOne() {
        var page = browser.open("/visits");

        assertThat(page.select(".empty-title").text()).isEqualTo("You have no visits yet");
        assertThat(page.select("main .button-primary").attr("href")).isEqualTo("/book");
        assertThat(browser.inSpanish().open("/visits").select(".empty-title").text())
                .isEqualTo("Todavía no tiene citas");
    }

    @Test
    void visitsToComeStandNextFirstAndOthersLatestFirst() {
        var later = visit(Duration.ofDays(2));
        var cancelled = visit(Duration.ofDays(1));
        var next = visit(Duration.ZERO);
        desk.cancel(patient, cancelled.id(), 1).block();

        var page = browser.open("/visits");

        assertThat(page.select("section[aria-labelledby=coming] h3 a").eachAttr("href"))
                .containsExactly("/visits/" + next.id(), "/visits/" + later.id());
        assertThat(page.select("section[aria-labelledby=others] h3 a").eachAttr("href"))
                .containsExactly("/visits/" + cancelled.id());
        assertThat(page.select("section[aria-labelledby=others] .tag").text()).isEqualTo("Canceled");
    }

    @Test
    void moreVisitsThanFitOnAPageAreOneStepAway() {
        for (int i = 0; i < 51; i++) {
            visit(Duration.ofDays(i));
        }

        var first = browser.open("/visits");
        var more = first.select("main a[href^=/visits?after=]");
        var second = browser.open(more.attr("href"));

        assertThat(first.select("h3")).hasSize(50);
        assertThat(more.text()).isEqualTo("More visits");
        assertThat(second.select("h3")).hasSize(1);
    }

    @Test
    void aVisitToComeTellsAllAndCanBeCancelled() {
        var visit = visit(Duration.ZERO);

        var page = browser.open("/visits/" + visit.id());

        assertThat(page.select("main > .lead").text()).isEqualTo("Tuesday, March 2, 2027, 10:00 AM Eastern Time");
        assertThat(page.select("main .tag").text()).isEqualTo("Booked");
        assertThat(page.select(".answer-words").eachText())
                .startsWith(
                        "Tuesday, March 2, 2027 10:00 AM to 11:00 AM, Eastern Time",
                        "Hudson Pain & Massage 12 River Street, Hudson, NY 12534",
                        "Dana Ortiz",
                        "1 hour");
        assertThat(page.select("main .button").attr("href")).isEqualTo("/visits/" + visit.id() + "/cancel");
    }

    @Test
    void aVisitSpeaksSpanish() {
        var visit = visit(Duration.ZERO);

        var page = browser.inSpanish().open("/visits/" + visit.id());

        assertThat(page.select("h1").text()).isEqualTo("Su cita");
        assertThat(page.select("main .tag").text()).isEqualTo("Reservada");
        assertThat(browser.inSpanish()
                        .open("/visits/" + visit.id() + "/cancel")
                        .select("h1")
                        .text())
                .isEqualTo("¿Cancelar esta cita?");
    }

    @Test
    void aPastVisitCannotBeCancelledAnyMore() {
        var visit = visit(Duration.ZERO);
        clock.set(visit.time().end());

        var page = browser.open("/visits/" + visit.id());

        assertThat(page.select("main .tag").text()).isEqualTo("Past");
        assertThat(page.select("main .button").eachAttr("href")).containsExactly("/book");
    }

    @Test
    void aVisitThatHasBegunIsNotCancelled() {
        var visit = visit(Duration.ZERO);
        var form = browser.open("/visits/" + visit.id() + "/cancel");
        clock.set(visit.time().start());

        var page = browser.press(form, "/visits/" + visit.id() + "/cancel").page(409);

        assertThat(page.select("h1").text()).isEqualTo("The visit has begun");
        assertThat(scene.told(visit.id())).hasSize(1);
    }

    @Test
    void cancellingIsAskedOnceMoreAndThenDone() {
        var visit = visit(Duration.ZERO);

        var asked = browser.open("/visits/" + visit.id() + "/cancel");
        assertThat(asked.select("main > .lead").text()).isEqualTo("Tuesday, March 2, 2027, 10:00 AM Eastern Time");
        var next = browser.press(asked, "/visits/" + visit.id() + "/cancel").leadsTo();
        var page = browser.open(next);

        assertThat(next).isEqualTo("/visits/" + visit.id());
        assertThat(page.select("main .tag").text()).isEqualTo("Canceled");
        assertThat(asked.text() + page.text()).doesNotContain("come ten minutes early");
        assertThat(page.select("main .button").eachAttr("href")).containsExactly("/book");
        assertThat(scene.told(visit.id())).hasSize(2);
    }

    @Test
    void cancellingTwiceIsCancellingOnce() {
        var visit = visit(Duration.ZERO);
        var form = browser.open("/visits/" + visit.id() + "/cancel");

        var first = browser.press(form, "/visits/" + visit.id() + "/cancel").leadsTo();
        var second = browser.press(form, "/visits/" + visit.id() + "/cancel").leadsTo();

        assertThat(second).isEqualTo(first);
        assertThat(browser.get("/visits/" + visit.id() + "/cancel").leadsTo()).isEqualTo(first);
        assertThat(scene.told(visit.id())).hasSize(2);
    }

    @Test
    void aVisitThatWasMovedMeanwhileIsShownAsItIsAndAskedAgain() {
        var visit = visit(Duration.ZERO);
        var form = browser.open("/visits/" + visit.id() + "/cancel");
        desk.move(patient, visit.id(), 1, visit.time().start().plus(Duration.ofHours(2)))
                .block();

        var page = browser.press(form, "/visits/" + visit.id() + "/cancel").page(409);

        assertThat(page.select(".notice").text()).startsWith("This visit was changed while you were looking at it.");
        assertThat(page.select("main > .lead").text()).isEqualTo("Tuesday, March 2, 2027, 12:00 PM Eastern Time");
        assertThat(browser.press(page, "/visits/" + visit.id() + "/cancel").leadsTo())
                .isEqualTo("/visits/" + visit.id());
    }

    @Test
    void withinTheLastDayOnlyAFlareCancelsHere() {
        var visit = visit(Duration.ZERO);
        clock.set(visit.time().start().minus(Duration.ofHours(3)));

        var asked = browser.open("/visits/" + visit.id() + "/cancel");
        assertThat(asked.select("main").text()).contains("+1 518 555 0100", "It never counts against you.");
        assertThat(asked.select("main button").text()).isEqualTo("Cancel because of a flare-up");
        browser.press(asked, "/visits/" + visit.id() + "/cancel").leadsTo();

        assertThat(desk.find(patient, visit.id()).block())
                .extracting(Appointment::status)
                .isEqualTo(new Status.Cancelled(clock.instant(), Canceller.PATIENT, CancelReason.FLARE, false));
    }

    @Test
    void whoOpenedThePageInTimeAndPressedTooLateIsToldToCall() {
        var visit = visit(Duration.ZERO);
        var asked = browser.open("/visits/" + visit.id() + "/cancel");
        clock.set(visit.time().start().minus(Duration.ofHours(3)));

        var page = browser.press(asked, "/visits/" + visit.id() + "/cancel").page(409);

        assertThat(page.select("h1").text()).isEqualTo("It is too late to cancel online");
        assertThat(scene.told(visit.id())).hasSize(1);
    }

    @Test
    void aRequestSaysThatItWaits() {
        var visit = scene.requested(patient, clinic, therapist, Scene.TUESDAY_TEN);

        var page = browser.open("/visits/" + visit.id() + "?booked=true");

        assertThat(page.select("h1").text()).isEqualTo("Your visit");
        assertThat(page.select("main .tag").text()).isEqualTo("Waiting for our yes");
    }

    @Test
    void somebodyElsesVisitIsNotThere() {
        var visit = visit(Duration.ZERO);
        var stranger = Browser.of(caller, Scene.patient());

        assertThat(stranger.get("/visits/" + visit.id()).page(404).text()).doesNotContain("Dana", "Rosa");
        assertThat(stranger.get("/visits/" + visit.id() + "/cancel").status()).isEqualTo(404);
        assertThat(stranger.open("/visits").select("h3")).isEmpty();
    }

    private Appointment visit(Duration later) {
        return scene.booked(patient, clinic, therapist, Scene.TUESDAY_TEN.plus(later));
    }
}
