package health.reprieve.booking.draft.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Browser;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class TimesPagesTests {

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    private Clinic clinic;
    private KnownTherapist therapist;
    private Browser browser;

    @BeforeEach
    void somebodyWithAnAchingNeck() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
        browser = Browser.of(caller);
        answer(browser);
    }

    @Test
    void tenDaysWithSpaceAreShownAndTheTimesOfTheFirst() {
        var page = browser.open("/book/times");

        assertThat(page.select("main > .lead").text()).isEqualTo("My neck. 1 hour at Hudson Pain & Massage.");
        assertThat(page.select(".day-name").eachText())
                .hasSize(10)
                .startsWith("Monday, March 1", "Tuesday, March 2")
                .endsWith("Wednesday, March 10");
        assertThat(page.select(".day[aria-current=date] .day-name").eachText()).containsExactly("Monday, March 1");
        assertThat(page.select("#times-title").text()).isEqualTo("Monday, March 1, 2027");
        assertThat(page.select(".times-name").eachText()).containsExactly("Morning", "Afternoon", "Evening");
    }

    @Test
    void timesAreTheClinicsAndTellWithWhom() {
        var page = browser.open("/book/times?day=2027-03-02");

        assertThat(page.text()).contains("All times are in Eastern Time.");
        var first = page.select("button.time").first();
        assertThat(first.text()).isEqualTo("8:00 AM Dana Ortiz");
        assertThat(first.attr("aria-label")).isEqualTo("Tuesday, March 2, 2027, 8:00 AM, Dana Ortiz");
        assertThat(first.attr("value")).isEqualTo(therapist.id() + "@2027-03-02T13:00:00Z");
    }

    @Test
    void theReasonsForEachTherapistAreTold() {
        var card = browser.open("/book/times").select("main .card");

        assertThat(card.select(".card-title").eachText()).containsExactly("Dana Ortiz");
        assertThat(card.select("li li").eachText())
                .containsExactly(
                        "Licensed in New York, last checked with the state on Monday, March 1, 2027",
                        "Works in ways that fit your pain",
                        "1 hour: the full length for your kind of pain");
    }

    @Test
    void everyStateHasAName() {
        var californian = scene.clinicIn("US-CA");
        scene.therapist(californian, Scene.permit("US-CA"));
        browser.answer(californian);

        assertThat(browser.open("/book/times").select("main .card li").text())
                .contains("Licensed in California, last checked with the state on Monday, March 1, 2027");
    }

    @Test
    void aTimeLostOnALaterPageIsAnsweredThereAndWithEveryName() {
        var late = Scene.TUESDAY_TEN.plus(Duration.ofDays(35));
        var page = browser.open("/book/times?from=2027-04-05");
        scene.booked(Scene.patient(), clinic, therapist, late);

        var answer = browser.press(page, "/book/hold", "time", time(late)).page(409);

        assertThat(answer.select(".day-name").first().text()).isEqualTo("Monday, April 5");
        assertThat(answer.select(".times-nearest button").eachText())
                .hasSize(3)
                .allMatch(text -> text.endsWith("Dana Ortiz"));
    }

    @Test
    void laterDaysAreOneStepAway() {
        var later = browser.open("/book/times").select("a[href^=/book/times?from=]");
        assertThat(later.text()).isEqualTo("Later days");

        var page = browser.open(later.attr("href"));

        assertThat(page.select(".day-name").first().text()).isEqualTo("Thursday, March 11");
        assertThat(page.select("main a[href=/book/times]").text()).isEqualTo("Back to the first days");
        assertThat(page.select(".day").first().attr("href"))
                .isEqualTo("/book/times?day=2027-03-11&from=2027-03-11#times");
    }

    @Test
    void thePageSpeaksSpanish() {
        var other = Browser.of(caller).inSpanish();
        answer(other);

        var page = other.open("/book/times?day=2027-03-02");

        assertThat(page.select("h1").text()).isEqualTo("Elija una hora");
        assertThat(page.select("#times-title").text()).isEqualTo("martes, 2 de marzo de 2027");
        assertThat(page.select(".times-name").eachText())
                .containsExactly("Por la mañana", "Por la tarde", "Por la noche");
        assertThat(page.select("main .card li").eachText())
                .contains("1 hora: la duración completa para su tipo de dolor");
    }

    @Test
    void aClinicWithoutSpaceSaysWhomToCall() {
        var empty = scene.clinic(1);
        browser.answer(empty);

        var page = browser.open("/book/times");

        assertThat(page.select(".empty-title").text()).isEqualTo("No times are free right now");
        assertThat(page.select("button.time, .day")).isEmpty();
    }

    @Test
    void aChosenTimeIsKeptAndNobodyElseIsOfferedIt() {
        var page = browser.open("/book/times?day=2027-03-02");

        var next = browser.press(page, "/book/hold", "time", time(Scene.TUESDAY_TEN))
                .leadsTo();

        assertThat(next).isEqualTo("/book/you");
        var other = Browser.of(caller);
        answer(other);
        assertThat(other.open("/book/times?day=2027-03-02")
                        .select("button.time")
                        .eachAttr("value"))
                .isNotEmpty()
                .doesNotContain(time(Scene.TUESDAY_TEN));
        assertThat(browser.open("/book/times?day=2027-03-02")
                        .select("button.time")
                        .eachAttr("value"))
                .contains(time(Scene.TUESDAY_TEN));
    }

    @Test
    void aTimeThatWasTakenMeanwhileIsAnsweredWithTheNearestOnes() {
        var page = browser.open("/book/times?day=2027-03-02");
        scene.booked(Scene.patient(), clinic, therapist, Scene.TUESDAY_TEN);

        var answer = browser.press(page, "/book/hold", "time", time(Scene.TUESDAY_TEN))
                .page(409);

        assertThat(answer.select(".notice").text()).isEqualTo("That time was just taken. Your answers are kept.");
        assertThat(answer.select(".times-nearest button").eachText())
                .containsExactly(
                        "Tuesday, March 2, 8:45 AM Dana Ortiz",
                        "Tuesday, March 2, 11:15 AM Dana Ortiz",
                        "Tuesday, March 2, 8:30 AM Dana Ortiz");
        assertThat(browser.press(
                                answer,
                                "/book/hold",
                                "time",
                                answer.select(".times-nearest button").first().attr("value"))
                        .leadsTo())
                .isEqualTo("/book/you");
    }

    @Test
    void aTimeThatIsNoneOfTheOfferedOnesIsAnsweredWithThose() {
        var page = browser.open("/book/times");

        var answer = browser.press(page, "/book/hold", "time", time(Scene.TUESDAY_TEN.plus(Duration.ofMinutes(1))))
                .page(409);

        assertThat(answer.select("button.time")).isNotEmpty();
    }

    @Test
    void aPatientWhoHasAVisitThenIsAskedForAnotherTime() {
        var patient = browser.signIn();
        scene.booked(patient, clinic, scene.therapist(clinic), Scene.TUESDAY_TEN);
        var second = scene.clinic(1);
        therapist = scene.therapist(second);
        browser.answer(second);

        var next = browser.hold(therapist, Scene.TUESDAY_TEN).leadsTo();

        assertThat(browser.open(next).select(".notice").text())
                .isEqualTo("You have another visit at that time. Your answers are kept. Please choose another time.");
    }

    @Test
    void aPatientWhoHoldsTimesInThreeBrowsersIsToldSoInTheFourth() {
        var patient = browser.signIn();
        for (int i = 1; i <= 3; i++) {
            var another = Browser.of(caller);
            another.signIn(patient.id());
            answer(another);
            another.hold(therapist, Scene.TUESDAY_TEN.plus(Duration.ofDays(i)));
        }

        var next = browser.hold(therapist, Scene.TUESDAY_TEN).leadsTo();

        assertThat(browser.open(next).select(".notice").text())
                .startsWith("We keep times for you in other browsers already.");
    }

    @Test
    void aTimeWhoseTenMinutesAreOverSaysSo() {
        assertThat(browser.open("/book/times?setback=lapsed").select(".notice").text())
                .startsWith("We could keep your time no longer.");
    }

    @Test
    void whatIsNoTimeOrDayIsRefused() {
        var page = browser.open("/book/times");

        assertThat(browser.press(page, "/book/hold").status()).isEqualTo(400);
        assertThat(browser.press(page, "/book/hold", "time", "ten o'clock").status())
                .isEqualTo(400);
        assertThat(browser.get("/book/times?day=tomorrow")
                        .page(400)
                        .select("h1")
                        .text())
                .isNotBlank();
        assertThat(browser.get("/book/times?setback=none").status()).isEqualTo(400);
    }

    private void answer(Browser who) {
        who.answer(clinic);
    }

    private String time(Instant start) {
        return therapist.id() + "@" + start;
    }
}
