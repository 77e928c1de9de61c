package health.reprieve.booking.draft.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Browser;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class CheckPagesTests {

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicWithOneTherapist() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void turnTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void everyAnswerIsShownOnceMoreWithAWayToChangeIt() {
        var browser = Browser.of(caller);
        var patient = readyToBook(browser);

        var page = browser.open("/book/check");

        assertThat(page.select(".answer-name").eachText())
                .containsExactly("When", "Where", "With", "What hurts", "Name", "Email");
        assertThat(page.select(".answer-words").eachText())
                .containsExactly(
                        "Tuesday, March 2, 2027, 10:00 AM Eastern Time 1 hour",
                        "Hudson Pain & Massage 12 River Street, Hudson, NY 12534",
                        "Dana Ortiz",
                        "My neck",
                        "Rosa Delgado",
                        patient.email().value());
        assertThat(page.select(".answer-change a").eachAttr("href"))
                .containsExactly("/book/times", "/book", "/book/times", "/book", "/book/you");
        assertThat(page.select("main form button").eachText())
                .containsExactly("Book this visit", "Keep my time longer");
    }

    @Test
    void thePageSpeaksSpanish() {
        var browser = Browser.of(caller).inSpanish();
        readyToBook(browser);

        var page = browser.open("/book/check");

        assertThat(page.select("h1").text()).isEqualTo("Revise sus respuestas");
        assertThat(page.select(".answer-words").eachText()).contains("El cuello");
        assertThat(page.select("main form button").eachText())
                .containsExactly("Reservar esta cita", "Guardar mi hora más tiempo");
    }

    @Test
    void theWholeWayFromQuestionToVisitPutsNothingAboutHealthInAnyAddress() {
        var browser = Browser.of(caller);
        readyToBook(browser);

        var visit = browser.press(browser.open("/book/check"), "/book/confirm").leadsTo();
        var page = browser.open(visit);

        assertThat(page.select("h1").text()).isEqualTo("Your visit is booked");
        assertThat(page.select(".panel-text").text()).isEqualTo("Tuesday, March 2, 2027, 10:00 AM Eastern Time");
        assertThat(browser.visited())
                .hasSizeGreaterThan(8)
                .allSatisfy(address -> assertThat(address.toString().toLowerCase(Locale.ROOT))
                        .doesNotContain("neck", "pain", "rosa", "@"));
    }

    @Test
    void pressingTwiceBooksOnceAndShowsTheSameVisit() {
        var browser = Browser.of(caller);
        var patient = readyToBook(browser);
        var form = browser.open("/book/check");

        var first = browser.press(form, "/book/confirm").leadsTo();
        var second = browser.press(form, "/book/confirm").leadsTo();

        assertThat(second).isEqualTo(first);
        assertThat(scene.count(
                        "SELECT count(*) FROM appointment WHERE patient_id = $1",
                        patient.id().value()))
                .isOne();
    }

    @Test
    void theDraftIsForgottenWhenTheVisitIsBooked() {
        var browser = Browser.of(caller);
        readyToBook(browser);
        browser.press(browser.open("/book/check"), "/book/confirm");

        assertThat(browser.open("/book").select("input[checked]")).isEmpty();
    }

    @Test
    void whoNeedsLongerToCheckKeepsTheTimeWithOnePress() {
        var browser = Browser.of(caller);
        readyToBook(browser);

        var next = browser.pressSecond(browser.open("/book/check"), "/book/check/longer")
                .leadsTo();

        var page = browser.open(next);
        assertThat(page.select(".notice-done").text()).isEqualTo("Done. We now keep your time until 7:12 AM.");
        assertThat(page.select("[data-hold]").attr("data-seconds-left")).isEqualTo("720");
        clock.advance(Duration.ofMinutes(11));
        assertThat(browser.press(page, "/book/confirm").leadsTo()).startsWith("/visits/");
    }

    @Test
    void whoAsksTooLateToKeepTheTimeChoosesAgain() {
        var browser = Browser.of(caller);
        readyToBook(browser);
        var page = browser.open("/book/check");
        clock.advance(Duration.ofMinutes(10));

        assertThat(browser.pressSecond(page, "/book/check/longer").leadsTo()).isEqualTo("/book/times?setback=lapsed");
    }

    @Test
    void whoHasNotProvedAnAddressIsAskedForItFirst() {
        var browser = Browser.of(caller);
        hold(browser);

        assertThat(browser.get("/book/check").leadsTo()).isEqualTo("/book/you");
    }

    @Test
    void whoHasNotSaidANameIsAskedForItFirst() {
        var browser = Browser.of(caller);
        hold(browser);
        browser.signIn();

        assertThat(browser.get("/book/check").leadsTo()).isEqualTo("/book/you");
    }

    @Test
    void aTimeThatIsNoLongerKeptIsNotBooked() {
        var browser = Browser.of(caller);
        var patient = readyToBook(browser);
        var form = browser.open("/book/check");
        clock.advance(Duration.ofMinutes(10));

        assertThat(browser.press(form, "/book/confirm").leadsTo()).isEqualTo("/book/times?setback=lapsed");
        assertThat(browser.get("/book/check").leadsTo()).isEqualTo("/book/times?setback=lapsed");
        assertThat(scene.count(
                        "SELECT count(*) FROM appointment WHERE patient_id = $1",
                        patient.id().value()))
                .isZero();
    }

    @Test
    void whoTurnsOutToHaveAVisitThenChoosesAnotherTime() {
        var browser = Browser.of(caller);
        var patient = readyToBook(browser);
        var form = browser.open("/book/check");
        var elsewhere = scene.clinic(1);
        var onThePhone = new Actor.Patient(patient.id(), patient.email(), BrowserId.random());
        scene.booked(onThePhone, elsewhere, scene.therapist(elsewhere), Scene.TUESDAY_TEN);

        assertThat(browser.press(form, "/book/confirm").leadsTo()).isEqualTo("/book/times?setback=busy");
    }

    @Test
    void theSameAnswersOnceMoreKeepTheTime() {
        var browser = Browser.of(caller);
        readyToBook(browser);

        browser.answer(clinic);

        assertThat(browser.open("/book/check").select("h1").text()).isEqualTo("Check your answers");
    }

    @Test
    void otherAnswersGiveTheKeptTimeBack() {
        var browser = Browser.of(caller);
        readyToBook(browser);
        var form = browser.open("/book/check");
        var another = scene.clinic(1);
        scene.therapist(another);

        browser.answer(another);

        assertThat(browser.get("/book/check").leadsTo()).isEqualTo("/book/times?setback=lapsed");
        assertThat(browser.press(form, "/book/confirm").leadsTo()).isEqualTo("/book/times?setback=lapsed");
        var other = Browser.of(caller);
        hold(other);
        assertThat(other.open("/book/you").select("h1").text()).isEqualTo("About you");
    }

    @Test
    void theButtonOfAnOlderPageDoesNotBookTheTimeThatIsKeptNow() {
        var browser = Browser.of(caller);
        var patient = readyToBook(browser);
        var older = browser.open("/book/check");
        browser.hold(therapist, Scene.TUESDAY_TEN.plus(Duration.ofHours(3)));

        assertThat(browser.press(older, "/book/confirm").leadsTo()).isEqualTo("/book/times?setback=lapsed");
        assertThat(scene.count(
                        "SELECT count(*) FROM appointment WHERE patient_id = $1",
                        patient.id().value()))
                .isZero();
    }

    private void hold(Browser browser) {
        browser.answer(clinic);
        browser.hold(therapist, Scene.TUESDAY_TEN);
    }

    private Actor.Patient readyToBook(Browser browser) {
        hold(browser);
        browser.press(browser.open("/book/you"), "/book/you", "name", "Rosa Delgado", "email", "rosa@example.org");
        return browser.signIn();
    }
}
