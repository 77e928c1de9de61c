package health.reprieve.booking.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Browser;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.clinic.Clinic;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class WaitlistPagesTests {

    @Autowired
    Caller caller;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;
    private Browser browser;

    @BeforeEach
    void aClinicWithOneTime() {
        clock.set(Instant.parse("2027-03-01T15:00:00Z"));
        clinic = scene.clinic(1);
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        browser = Browser.of(caller, patient);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whoFindsNoTimeWaitsIsAskedAndBooks() {
        browser.answer(clinic);
        var times = browser.open("/book/times");
        assertThat(times.select("main a[href=/waiting-list/join]").text()).isNotEmpty();

        var joined = browser.press(
                browser.open("/waiting-list/join"),
                "/waiting-list/join",
                "days",
                "TUESDAY",
                "weeks",
                "1",
                "name",
                "Rosa");

        assertThat(joined.leadsTo()).isEqualTo("/waiting-list?done=JOINED");
        var waiting = browser.open("/waiting-list?done=JOINED");
        assertThat(waiting.select("main").text())
                .contains("You are on the waiting list.", clinic.name(), "Tuesday", "Any time", "March 8");
        line.look();
        var link = browser.open("/waiting-list").select("main .button-primary").attr("href");
        var offer = browser.open(link);
        assertThat(offer.select("main").text())
                .contains("Tuesday, March 2, 2027, 10:00 AM Eastern Time", "Dana Ortiz")
                .contains("We keep this time for you until Monday, March 1, 2027, 12:00 PM Eastern Time.");
        var accepted = browser.press(offer, link + "/accept");

        assertThat(accepted.leadsTo()).startsWith("/visits/").endsWith("?booked=true");
        assertThat(browser.open(accepted.leadsTo()).select(".panel-title").text())
                .isEqualTo("Your visit is booked");
        assertThat(browser.open(link).select("main").text()).contains("You said yes to this time.");
        assertThat(browser.open("/waiting-list").select(".empty-title").text())
                .isEqualTo("You are not on the waiting list");
        assertThat(browser.visited()).noneMatch(address -> address.toString().contains("NECK"));
    }

    @Test
    void pressingTwiceIsJoiningOnce() {
        browser.answer(clinic);
        var page = browser.open("/waiting-list/join");

        browser.press(page, "/waiting-list/join", "weeks", "2", "name", "Rosa");
        browser.press(page, "/waiting-list/join", "weeks", "2", "name", "Rosa");

        assertThat(line.own(patient)).hasSize(1);
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndWhatWasTickedStaysTicked() {
        browser.answer(clinic);
        var answer = browser.press(
                browser.open("/waiting-list/join"), "/waiting-list/join", "parts", "EVENING", "name", " ");

        var page = answer.page(422);

        assertThat(page.select(".error-summary-list a").eachAttr("href")).containsExactly("#weeks", "#name");
        assertThat(page.select("input[name=parts][checked]").eachAttr("value")).containsExactly("EVENING");
        assertThat(line.own(patient)).isEmpty();
    }

    @Test
    void whoHasNotSaidWhatHurtsIsAskedFirst() {
        assertThat(browser.get("/waiting-list/join").leadsTo()).isEqualTo("/book");
    }

    @Test
    void whoWaitsForThreeThingsIsToldToTakeOneOff() {
        for (int i = 0; i < 3; i++) {
            line.joined(patient, WaitScene.wish(clinic, WaitScene.TUESDAY));
        }
        browser.answer(clinic);

        var page = browser.press(browser.open("/waiting-list/join"), "/waiting-list/join", "weeks", "1", "name", "Rosa")
                .page(409);

        assertThat(page.select(".notice").text()).contains("Take something off the list first.");
        assertThat(line.own(patient)).hasSize(3);
    }

    @Test
    void whoGoesBackAndWantsSomethingElseIsAskedOnceMore() {
        browser.answer(clinic);
        var page = browser.open("/waiting-list/join");
        browser.press(page, "/waiting-list/join", "weeks", "1", "name", "Rosa");

        var again = browser.press(page, "/waiting-list/join", "weeks", "2", "name", "Rosa")
                .page(409);

        assertThat(again.select(".notice").text()).contains("Do you want to wait for this too?");
        assertThat(line.own(patient)).hasSize(1);
        browser.press(again, "/waiting-list/join", "weeks", "2", "name", "Rosa");
        assertThat(line.own(patient)).hasSize(2);
    }

    @Test
    void whereTheUsualLengthIsNotSoldTheyAreToldToCall() {
        scene.count(
                "WITH less AS (UPDATE treatment SET minutes = '{30}' WHERE clinic_id = $1 RETURNING 1) SELECT count(*) FROM less",
                clinic.id().value());
        browser.answer(clinic);

        var page = browser.press(browser.open("/waiting-list/join"), "/waiting-list/join", "weeks", "1", "name", "Rosa")
                .page(409);

        assertThat(page.select(".notice").text()).contains("Please call us", clinic.phone());
    }

    @Test
    void whoHasLeftTheListIsNotToldThatTheyAreStillOnIt() {
        var page = offered();
        browser.press(page, address(page) + "/decline");
        assertThat(browser.open(address(page)).select("main").text()).contains("You are still on the list.");

        line.leave(patient);

        assertThat(browser.open(address(page)).select("main").text())
                .contains("You did not want this time.")
                .doesNotContain("on the list");
    }

    @Test
    void whoSaysNotThisTimeStaysOnTheList() {
        var page = offered();

        var answer = browser.press(page, address(page) + "/decline");

        assertThat(answer.leadsTo()).isEqualTo("/waiting-list?done=DECLINED");
        assertThat(browser.open(answer.leadsTo()).select("main").text())
                .contains("Somebody else is asked now.", clinic.name());
        assertThat(browser.open(address(page)).select("main").text()).contains("You did not want this time.");
        assertThat(browser.open(address(page)).select("main form")).isEmpty();
    }

    @Test
    void whoComesTooLateIsToldSoAndAskedForNothing() {
        var page = offered();
        clock.advance(Duration.ofHours(2));

        var answer = browser.press(page, address(page) + "/accept");

        assertThat(answer.leadsTo()).isEqualTo(address(page));
        var late = browser.open(address(page));
        assertThat(late.select("main").text()).contains("We kept this time for you as long as we could.");
        assertThat(late.select("main form, [data-hold]")).isEmpty();
        assertThat(browser.open("/waiting-list").select("main .button-primary")).isEmpty();
    }

    @Test
    void withinTheLastHourTheMinutesAreCounted() {
        var page = offered();
        assertThat(page.select("[data-hold]")).isEmpty();
        clock.advance(Duration.ofHours(1));

        assertThat(browser.open(address(page)).select("[data-hold]").attr("data-seconds-left"))
                .isEqualTo("3600");
    }

    @Test
    void whoHasAnotherVisitThenMayFreeThatFirst() {
        var page = offered();
        var elsewhere = scene.clinic(1);
        scene.booked(patient, elsewhere, scene.therapist(elsewhere), Scene.TUESDAY_TEN.plus(Duration.ofMinutes(30)));

        var answer = browser.press(page, address(page) + "/accept");

        assertThat(answer.leadsTo()).isEqualTo(address(page) + "?busy=true");
        assertThat(browser.open(answer.leadsTo()).select(".notice").text())
                .contains("You have another visit at that time, or too close to it.");
        line.look();
        assertThat(line.open(patient)).isPresent();
    }

    @Test
    void whoLeavesIsOffTheList() {
        var wish = line.joined(patient, WaitScene.wish(clinic, WaitScene.TUESDAY));

        var answer = browser.press(browser.open("/waiting-list"), "/waiting-list/" + wish.id() + "/leave");

        assertThat(answer.leadsTo()).isEqualTo("/waiting-list?done=LEFT");
        assertThat(browser.open(answer.leadsTo()).select(".empty-title")).isNotEmpty();
    }

    @Test
    void aSpanishSpeakerReadsSpanish() {
        var page = offered();
        browser.answer(clinic);
        var spanish = browser.inSpanish();

        assertThat(spanish.open(address(page)).select("main").text())
                .contains("Le guardamos esta hora hasta: lunes, 1 de marzo de 2027");
        assertThat(spanish.open("/waiting-list").select("h1").text()).isEqualTo("Lista de espera");
        assertThat(spanish.open("/waiting-list/join").select("h1").text())
                .isEqualTo("Avísenme cuando haya una hora libre");
    }

    private Document offered() {
        return browser.open(
                "/waiting-list/offers/" + line.offered(patient, clinic).id());
    }

    private static String address(Document page) {
        var action = page.select("main form").first();
        assertThat(action).isNotNull();
        var path = action == null ? "" : action.attr("action");
        return path.substring(0, path.lastIndexOf('/'));
    }
}
