package health.reprieve.therapist.visit.web;

import static health.reprieve.ui.check.PageChecks.assertFormsCarryTheirToken;
import static health.reprieve.ui.check.PageChecks.assertGoodPage;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.SomeTherapist;
import health.reprieve.therapist.TestHouse;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.visit.AppointmentId;
import health.reprieve.therapist.visit.Visit;
import health.reprieve.therapist.visit.Visits;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class CalendarPagesTests {

    private static final Actor.Machine BOOKING = new Actor.Machine("booking");

    private final ApplicationContext service;
    private final Visits visits;
    private final TherapistId therapist;

    CalendarPagesTests(@Autowired ApplicationContext service, @Autowired Roster roster, @Autowired Visits visits) {
        this.service = service;
        this.visits = visits;
        this.therapist = takenOn(roster);
    }

    private static TherapistId takenOn(Roster roster) {
        var newcomer = SomeTherapist.newcomer();
        roster.takeOn(SomeTherapist.MANAGER, newcomer).block();
        return newcomer.id();
    }

    @Test
    void theDayShowsEachVisitByTimeWithAllThatIsNeeded() {
        visit(therapist, "2027-02-01T20:00:00Z", "Ada Later", Visit.Status.BOOKED);
        visit(therapist, "2027-02-01T14:00:00Z", "Rosa Delgado", Visit.Status.BOOKED);

        var page = page("/calendar", "en");

        assertThat(page.select("h1").text()).isEqualTo("Your day: Monday, February 1, 2027");
        assertThat(page.select(".entry-when").eachText()).containsExactly("9:00 AM to 10:00 AM", "3:00 PM to 4:00 PM");
        assertThat(page.select(".entry").first())
                .extracting(org.jsoup.nodes.Element::text)
                .asString()
                .contains("Rosa Delgado", "Hudson Pain & Massage, Room 2", "1 hour, Eastern Time", "Booked");
        assertThat(page.select("main").text()).contains("Shown as of 7:00 AM");
    }

    @Test
    void aCancelledVisitIsShownAsCancelled() {
        visit(therapist, "2027-02-01T14:00:00Z", "Rosa Delgado", Visit.Status.CANCELLED);

        assertThat(page("/calendar", "en").select(".entry .tag").text()).isEqualTo("Canceled");
        assertThat(page("/calendar", "es").select(".entry .tag").text()).isEqualTo("Cancelada");
    }

    @Test
    void thePageSpeaksSpanish() {
        visit(therapist, "2027-02-01T14:00:00Z", "Rosa Delgado", Visit.Status.BOOKED);

        var page = page("/calendar", "es");

        assertThat(page.select("html").attr("lang")).isEqualTo("es");
        assertThat(page.select("h1").text()).isEqualTo("Su día: lunes, 1 de febrero de 2027");
        assertThat(page.select(".entry").text()).contains("hora oriental", "1 hora", "Reservada");
    }

    @Test
    void daysLeadToTheirNeighboursAndBackToToday() {
        assertThat(page("/calendar", "en").select("main nav a").eachAttr("href"))
                .containsExactly("/calendar?day=2027-01-31", "/calendar?day=2027-02-02");
        assertThat(page("/calendar?day=2027-02-10", "en").select("main nav a").eachAttr("href"))
                .containsExactly("/calendar?day=2027-02-09", "/calendar", "/calendar?day=2027-02-11");
    }

    @Test
    void anEmptyDayLeadsToTheNextWorkingDay() {
        // the Monday after is a day off
        var page = page("/calendar?day=2027-03-02", "en");

        assertThat(page.select("main h2").text()).isEqualTo("No visits on this day");
        assertThat(page.select("main .button-primary").attr("href")).isEqualTo("/calendar?day=2027-03-15");
    }

    @Test
    void twoTherapistsNeverSeeEachOthersVisits() {
        visit(therapist, "2027-02-01T14:00:00Z", "Rosa Delgado", Visit.Status.BOOKED);
        visit(TherapistId.random(), "2027-02-01T14:00:00Z", "Somebody Else", Visit.Status.BOOKED);

        var text = page("/calendar", "en").text();

        assertThat(text).contains("Rosa Delgado").doesNotContain("Somebody Else");
    }

    @Test
    void programsReadTheSameDay() {
        visit(therapist, "2027-02-01T14:00:00Z", "Rosa Delgado", Visit.Status.CANCELLED);
        visit(TherapistId.random(), "2027-02-01T14:00:00Z", "Somebody Else", Visit.Status.BOOKED);

        get("/api/v1/therapist/days/2027-02-01", "en")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.day")
                .isEqualTo("2027-02-01")
                .jsonPath("$.visits.length()")
                .isEqualTo(1)
                .jsonPath("$.visits[0].patient")
                .isEqualTo("Rosa Delgado")
                .jsonPath("$.visits[0].start")
                .isEqualTo("2027-02-01T14:00:00Z")
                .jsonPath("$.visits[0].status")
                .isEqualTo("CANCELLED")
                .jsonPath("$.nextWorkingDay")
                .isEqualTo("2027-02-08");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2027-02-30",
                "2027-2-1",
                "1999-12-31",
                "2200-01-01",
                "+999999999-12-31",
                "-999999999-01-01",
                "2027-02-01T00:00:00Z",
                "2027-02-01' OR '1'='1"
            })
    void whatIsNoDateIsRefused(String day) {
        get(uri -> uri.path("/calendar").queryParam("day", "{day}").build(day))
                .expectStatus()
                .isBadRequest();
        if (!day.isEmpty()) {
            get(uri -> uri.path("/api/v1/therapist/days/{day}").build(day))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:reprieve:problem:bad-value");
        }
    }

    private Document page(String uri, String language) {
        var body = get(uri, language).expectStatus().isOk().expectBody(String.class);
        var page = assertGoodPage(Objects.requireNonNull(body.returnResult().getResponseBody()));
        assertFormsCarryTheirToken(page);
        return page;
    }

    private WebTestClient.ResponseSpec get(String uri, String language) {
        return TestHouse.as(new Actor.Therapist(therapist), service)
                .get()
                .uri(uri)
                .headers(headers -> headers.set("Accept-Language", language))
                .exchange();
    }

    private WebTestClient.ResponseSpec get(
            java.util.function.Function<org.springframework.web.util.UriBuilder, java.net.URI> uri) {
        return TestHouse.as(new Actor.Therapist(therapist), service)
                .get()
                .uri(uri)
                .exchange();
    }

    private void visit(TherapistId whose, String start, String patient, Visit.Status status) {
        var visit = new Visit(
                new AppointmentId(UUID.randomUUID()),
                1,
                whose,
                TimeRange.startingAt(Instant.parse(start), Duration.ofHours(1)),
                ZoneId.of("America/New_York"),
                patient,
                "Hudson Pain & Massage",
                "Room 2",
                status);
        visits.keep(BOOKING, visit).block();
    }
}
