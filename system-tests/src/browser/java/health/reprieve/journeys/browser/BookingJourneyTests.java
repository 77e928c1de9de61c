package health.reprieve.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import health.reprieve.journeys.House;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journeys that must work, as people of several kinds walk them. */
class BookingJourneyTests {

    @ParameterizedTest(name = "at {0} width, scripting {1}")
    @CsvSource({"PHONE, true", "PHONE, false", "DESK, true", "DESK, false"})
    void aPatientBooksAndCancelsAndTheTherapistSeesBoth(Screen screen, boolean scripting) {
        var address = address();
        try (var rosa = Chromium.person(screen, scripting, "en");
                var dana = Chromium.person(screen, scripting, "en")) {
            var day = holdATimeWithDana(rosa);
            book(rosa, address);
            assertThat(House.letters().latestTo(address, 2).path("subject").asString())
                    .isEqualTo("Your appointment");

            signIn(dana, "dana.ortiz@demo.reprieve.example");
            await().untilAsserted(() ->
                    assertThat(main(dana.open("/calendar?day=" + day))).contains("Rosa Delgado"));
            dana.look("calendar");

            cancel(rosa);
            assertThat(House.letters().latestTo(address, 3).toString()).contains("METHOD:CANCEL");
            await().untilAsserted(() ->
                    assertThat(main(dana.open("/calendar?day=" + day))).contains("Canceled"));
            dana.look("calendar-cancelled");
        }
    }

    private static LocalDate holdATimeWithDana(Person rosa) {
        rosa.open("/").look("start").open("/book").see("Book a massage", "book");
        rosa.press("See times").see("Book a massage", "book-wrong");
        rosa.choose("Hudson Pain & Massage").choose("My neck").press("See times");
        rosa.see("Choose a time", "times");
        var time = rosa.page()
                .locator("button.time")
                .filter(new Locator.FilterOptions().setHasText("Dana Ortiz"))
                .first();
        var day = dayOf(time.getAttribute("value"));
        time.click();
        return day;
    }

    private static void book(Person rosa, String address) {
        rosa.see("About you", "you").write("Your name", "Rosa Delgado").write("Your email address", address);
        rosa.press("Continue").look("code").write("Your code", House.letters().codeFor(address, 1));
        rosa.press("Continue").see("Check your answers", "check").press("Book this visit");
        rosa.see("Your visit is booked", "booked");
    }

    private static void cancel(Person rosa) {
        rosa.open("/visits").see("My visits", "visits");
        rosa.page().locator("main article a").first().click();
        rosa.see("Your visit", "visit").follow("Cancel this visit").see("Cancel this visit?", "cancel");
        // within the last day the button says that it is for a flare of pain
        rosa.page().locator("main .button-danger").click();
        rosa.see("Your visit", "cancelled");
        assertThat(main(rosa)).contains("Canceled");
    }

    @Test
    void aVisitIsBookedByKeyboardAlone() {
        var address = address();
        try (var omar = Chromium.person(Screen.DESK, true, "en")) {
            omar.open("/").tabTo("main a[href='/book']").key("Enter");
            omar.tabTo("input[name=clinic]")
                    .key("Space")
                    .tabTo("input[name=condition]")
                    .key("ArrowDown");
            omar.tabTo("main form button[type=submit]").key("Enter");
            omar.tabTo("button.time").key("Enter");
            omar.tabTo("#name")
                    .type("Omar Haddad")
                    .tabTo("#email")
                    .type(address)
                    .key("Enter");
            omar.tabTo("#code").type(House.letters().codeFor(address, 1)).key("Enter");
            omar.tabTo("form[action='/book/confirm'] button").key("Enter");
            omar.page().waitForURL("**/visits/**");
            assertThat(omar.page().locator("h1").textContent()).contains("Your visit is booked");
        }
    }

    @Test
    void theManagerLooksAtLicences() {
        for (var screen : Screen.values()) {
            try (var manager = Chromium.person(screen, true, "en")) {
                signIn(manager, "manager@demo.reprieve.example");
                manager.open("/team/licences").look("licences");
                manager.page().locator("a[href*=suspen]").first().click();
                manager.look("suspend");
            }
        }
    }

    @Test
    void everythingIsThereInSpanishAndFitsTheNarrowestScreen() {
        var address = address();
        try (var luz = Chromium.person(Screen.NARROW, true, "es")) {
            luz.open("/").look("start-es").open("/book").see("Reserve un masaje", "book-es");
            luz.choose("Hudson Pain & Massage").choose("El cuello").press("Ver horas");
            luz.see("Elija una hora", "times-es");
            luz.page().locator("button.time").last().click();
            luz.see("Sobre usted", "you-es").write("Su nombre", "Luz Peña").write("Su correo electrónico", address);
            luz.press("Continuar")
                    .look("code-es")
                    .write("Su código", House.letters().codeFor(address, 1));
            luz.press("Continuar").see("Revise sus respuestas", "check-es").press("Reservar esta cita");
            luz.see("Su cita está reservada", "booked-es");
            assertThat(House.letters().latestTo(address, 2).path("subject").asString())
                    .isEqualTo("Su cita");
            luz.open("/visits").see("Mis citas", "visits-es");
            assertThat(luz.page().locator("html").getAttribute("lang")).isEqualTo("es");
        }
    }

    /** The clinic's day of a time, from the value of its button. */
    private static LocalDate dayOf(String value) {
        var start = Instant.parse(value.substring(value.indexOf('@') + 1));
        return start.atZone(ZoneId.of("America/New_York")).toLocalDate();
    }

    private static String main(Person person) {
        return person.page().locator("main").textContent();
    }

    private static void signIn(Person person, String address) {
        int before = House.letters().codesTo(address).size();
        person.open("/sign-in").look("sign-in");
        person.page().locator("input[name=email]").fill(address);
        person.page().locator("main form button[type=submit]").first().click();
        person.page().locator("input[name=code]").fill(House.letters().codeFor(address, before + 1));
        person.page().locator("main form button[type=submit]").first().click();
    }

    private static String address() {
        return "p-" + UUID.randomUUID() + "@example.org";
    }
}
