package health.reprieve.therapist.oversight.web;

import static health.reprieve.ui.check.PageChecks.assertFormsCarryTheirToken;
import static health.reprieve.ui.check.PageChecks.assertGoodPage;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.SomeTherapist;
import health.reprieve.therapist.TestHouse;
import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.oversight.LicenceDesk;
import health.reprieve.therapist.oversight.Reason;
import health.reprieve.therapist.oversight.Ruling;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;

@ServiceTest
class LicencePagesTests {

    private static final String WHY = "The board has opened a case.";

    private final ApplicationContext service;
    private final Roster roster;
    private final LicenceDesk desk;
    private final Therapist therapist = SomeTherapist.newcomer();

    LicencePagesTests(@Autowired ApplicationContext service, @Autowired Roster roster, @Autowired LicenceDesk desk) {
        this.service = service;
        this.roster = roster;
        this.desk = desk;
        roster.takeOn(SomeTherapist.MANAGER, therapist).block();
    }

    @Test
    void theListTellsAllOfALicence() {
        var row = row("en");

        assertThat(row.select(".entry-title").text()).isEqualTo("Dana Ortiz");
        assertThat(row.select(".tag").text()).isEqualTo("Active, ends soon");
        assertThat(row.select("p").text())
                .contains(
                        "New York, license",
                        therapist.credentials().getFirst().number(),
                        "Monday, April 1, 2024",
                        "Wednesday, March 31, 2027",
                        "58 days",
                        "Monday, February 1, 2027, by Pat Kim, on the board’s website");
        assertThat(row.select("a").attr("href")).isEqualTo(path("suspension"));
        assertThat(row.select("a").attr("aria-label")).isEqualTo("Suspend the license of Dana Ortiz for New York");
    }

    @Test
    void theListSpeaksSpanish() {
        assertThat(row("es").text()).contains("Activa, vence pronto", "Nueva York, licencia", "58 días", "Suspender");
    }

    @Test
    void whoHasNoLicenceIsListedFirstAndSaysSo() {
        var without = SomeTherapist.withoutAnyLicence();
        roster.takeOn(SomeTherapist.MANAGER, without).block();

        var rows = page("/team/licences", "en").select(".entry");

        assertThat(rows.eachText().getFirst()).isEqualTo("Nova Newcomer No license on record");
        assertThat(rows.select("#licence-" + without.id())).hasSize(1);
    }

    @Test
    void aSuspensionIsAskedForWithItsEffectAndItsReason() {
        var page = page(path("suspension"), "en");

        assertThat(page.select("h1").text()).isEqualTo("Suspend the license of Dana Ortiz");
        assertThat(page.select("main").text()).contains("The times offered vanish within a second.");
        assertThat(page.select("form[action=" + path("suspension") + "] input[name=version]")
                        .attr("value"))
                .isEqualTo("1");
        assertThat(page("/team/licences", "es").select("h1").text()).isEqualTo("Licencias");
        assertThat(page(path("suspension"), "es").select("h1").text()).isEqualTo("Suspender la licencia de Dana Ortiz");
    }

    @Test
    void suspendingAndReinstatingLeadBackToTheListThatSaysSo() {
        post("suspension", "1", WHY)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/team/licences?done=SUSPENSION");
        assertThat(page("/team/licences?done=SUSPENSION", "en")
                        .select("[role=status]")
                        .text())
                .contains("vanish within a second");
        assertThat(row("en").select(".tag").text()).isEqualTo("Suspended");
        assertThat(status()).isEqualTo(CredentialStatus.SUSPENDED);

        post("reinstatement", "2", "The case is closed.")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/team/licences?done=REINSTATEMENT");
        assertThat(status()).isEqualTo(CredentialStatus.ACTIVE);
    }

    @Test
    void whoComesTooLateSeesWhatChangedAndCanDecideAgain() {
        var other = new Actor.Manager(AccountId.random());
        rule(other, 1, Ruling.Kind.SUSPENSION);
        rule(SomeTherapist.MANAGER, 2, Ruling.Kind.REINSTATEMENT);

        var page = answer(post("suspension", "1", "It is <b>mine</b>."), 409);

        assertThat(page.select("[role=alert] li").eachText())
                .containsExactly(
                        "Reinstated on Monday, February 1, 2027, 7:00 AM Eastern Time by you: " + WHY,
                        "Suspended on Monday, February 1, 2027, 7:00 AM Eastern Time by another manager: " + WHY);
        assertThat(page.select("textarea[name=reason]").text()).isEqualTo("It is <b>mine</b>.");
        assertThat(page.select("form input[name=version]").attr("value")).isEqualTo("3");
        assertThat(status()).isEqualTo(CredentialStatus.ACTIVE);
    }

    @Test
    void aSecondPressOnTheButtonSuspendsNothingTwice() {
        post("suspension", "1", WHY).expectStatus().isSeeOther();

        var page = answer(post("suspension", "1", WHY), 409);

        assertThat(page.select("main").text()).contains("This license is suspended already.");
        assertThat(page.select("textarea")).isEmpty();
        assertThat(Objects.requireNonNull(roster.get(SomeTherapist.MANAGER, therapist.id())
                                .block())
                        .version())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotSuspendedIsNotOfferedForReinstatement() {
        assertThat(page(path("reinstatement"), "en").select("main").text())
                .contains("This license is not suspended by the clinic.");
        assertThat(answer(post("reinstatement", "1", WHY), 409).select("textarea"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "bell \u0007"})
    void withoutAReasonNothingIsDone(String reason) {
        assertReasonIsAskedForAgain(reason);
    }

    @Test
    void aReasonThatIsTooLongIsNotKeptInPart() {
        assertReasonIsAskedForAgain("x".repeat(501));
    }

    private void assertReasonIsAskedForAgain(String reason) {
        var page = answer(post("suspension", "1", reason), 422);

        assertThat(page.select("[data-error-summary] a").attr("href")).isEqualTo("#reason");
        assertThat(page.select("[data-error-summary]").text()).contains("Write why, in at most 500 characters.");
        assertThat(status()).isEqualTo(CredentialStatus.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.5", "99999999999999999999"})
    void aVersionThatIsNoneIsRefused(String version) {
        post("suspension", version, WHY).expectStatus().isBadRequest();
        assertThat(status()).isEqualTo(CredentialStatus.ACTIVE);
    }

    @Test
    void withoutTheFormTokenNothingIsDone() {
        TestHouse.as(SomeTherapist.MANAGER, service)
                .post()
                .uri(path("suspension"))
                .body(BodyInserters.fromFormData("version", "1").with("reason", WHY))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(status()).isEqualTo(CredentialStatus.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/team/licences?after=x",
                "/team/licences?after=2027-02-30~a~b",
                "/team/licences?done=DREAMT",
                "/team/licences/no-id/no-id/suspension"
            })
    void anAddressThatMakesNoSenseIsRefused(String uri) {
        TestHouse.as(SomeTherapist.MANAGER, service)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void anUnknownLicenceIsNotFound() {
        TestHouse.as(SomeTherapist.MANAGER, service)
                .get()
                .uri("/team/licences/" + therapist.id() + "/" + therapist.id() + "/suspension")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private String path(String what) {
        return "/team/licences/" + therapist.id() + "/" + SomeTherapist.licenceOf(therapist) + "/" + what;
    }

    /** The licence's line, on whichever page of the list it stands: other tests have therapists of their own. */
    private Element row(String language) {
        var list = page("/team/licences", language);
        while (true) {
            var row = list.selectFirst("#licence-" + SomeTherapist.licenceOf(therapist));
            if (row != null) {
                return row;
            }
            var more = Objects.requireNonNull(list.selectFirst("a[href^=/team/licences?after=]"), "a next page");
            list = page(more.attr("href"), language);
        }
    }

    private Document page(String uri, String language) {
        return answer(
                TestHouse.as(SomeTherapist.MANAGER, service)
                        .get()
                        .uri(uri)
                        .headers(headers -> headers.set("Accept-Language", language))
                        .exchange(),
                200);
    }

    private static Document answer(ResponseSpec response, int status) {
        var body = response.expectStatus().isEqualTo(status).expectBody(String.class);
        var page = assertGoodPage(Objects.requireNonNull(body.returnResult().getResponseBody()));
        assertFormsCarryTheirToken(page);
        return page;
    }

    private ResponseSpec post(String what, String version, String reason) {
        var token = page("/team/licences", "en").select("input[name=_form]").attr("value");
        return TestHouse.as(SomeTherapist.MANAGER, service)
                .post()
                .uri(path(what))
                .body(BodyInserters.fromFormData("version", version)
                        .with("reason", reason)
                        .with("_form", token))
                .exchange();
    }

    private void rule(Actor.Manager manager, long seen, Ruling.Kind kind) {
        desk.rule(manager, therapist.id(), SomeTherapist.licenceOf(therapist), seen, kind, new Reason(WHY))
                .block();
    }

    private CredentialStatus status() {
        return Objects.requireNonNull(
                        roster.get(SomeTherapist.MANAGER, therapist.id()).block())
                .credential(SomeTherapist.licenceOf(therapist))
                .status();
    }
}
