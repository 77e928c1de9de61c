package health.reprieve.frontdoor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.access.Role;
import health.reprieve.database.DatabaseMetric;
import health.reprieve.frontdoor.session.SessionLimits;
import health.reprieve.frontdoor.session.Sessions;
import health.reprieve.outbox.OutboxMetric;
import health.reprieve.telemetry.check.Scrape;
import health.reprieve.telemetry.metric.Metric;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

class FiguresTests extends House {

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private Sessions sessions;

    @Autowired
    private SessionLimits limits;

    @Test
    void everyFigureIsShownWithEveryValueOfItsLabelsAndNoOther() {
        var declared = Stream.<Metric[]>of(FrontDoorMetric.values(), DatabaseMetric.values(), OutboxMetric.values())
                .flatMap(Stream::of)
                .toList();

        assertThat(scrape().differencesFrom(declared, Map.of())).isEmpty();
        assertThat(scrape().namingSomebody()).isEmpty();
    }

    @Test
    void whatIsHandedOnIsShownByItsRouteAndWhatIsNotFoundByNoPathAtAll() {
        var browser = browser();
        browser.get("/visits/" + UUID.randomUUID());
        browser.get("/nothing-here");
        int before = requestSeries();

        IntStream.range(0, 20).forEach(i -> {
            browser.get("/nothing/" + i);
            browser.get("/visits/" + i);
        });

        assertThat(scrape().series())
                .filteredOn(line -> line.name().equals("http_server_requests_seconds_count"))
                .extracting(line -> line.labels().get("uri"))
                .contains("/visits/**", "NOT_FOUND");
        assertThat(requestSeries()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/book, booking, success",
        "/book/status/303, booking, redirection",
        "/book/status/404, booking, client-error",
        "/calendar/status/503, therapist, server-error",
        "/book/cut, booking, lost",
        "/preferences, notification, away"
    })
    void howAServiceAnswersIsCounted(String path, String service, String answer) {
        var which = Map.of("service", service, "answer", answer);
        double before = shown("reprieve_front_door_upstream_answers_total", which);

        browser().get(path);

        // it is counted when the answer is through, which its reader may know first
        await().untilAsserted(() -> assertThat(shown("reprieve_front_door_upstream_answers_total", which))
                .isEqualTo(before + 1));
    }

    @Test
    void codesAndWhatComesOfThemAreCounted() {
        double codes = shown("reprieve_front_door_codes_total", Map.of());
        double wrong = shown("reprieve_front_door_sign_ins_total", Map.of("result", "wrong"));
        double signedIn = shown("reprieve_front_door_sign_ins_total", Map.of("result", "signed-in"));
        var browser = browser();
        askForCode(browser, somebody(), "");
        browser.get("/sign-in/code");

        browser.post("/sign-in/code/check", "code", wrongCode());
        browser.post("/sign-in/code/check", "code", lastCode());

        assertThat(shown("reprieve_front_door_codes_total", Map.of())).isEqualTo(codes + 1);
        assertThat(shown("reprieve_front_door_sign_ins_total", Map.of("result", "wrong")))
                .isEqualTo(wrong + 1);
        assertThat(shown("reprieve_front_door_sign_ins_total", Map.of("result", "signed-in")))
                .isEqualTo(signedIn + 1);
    }

    @Test
    void aLimitThatIsHitIsCountedByItsScope() {
        var which = Map.of("scope", "sessions-of-client");
        double before = shown("reprieve_front_door_limits_hit_total", which);

        IntStream.range(0, 11)
                .forEach(i -> browser().with("X-Test-Client", "198.51.100.77").get("/"));

        assertThat(shown("reprieve_front_door_limits_hit_total", which)).isEqualTo(before + 1);
    }

    @Test
    void sessionsAreCountedByTheirHatUntilTheyAreOver() {
        execute("DELETE FROM session");
        browser().get("/");
        signedIn(somebody());
        var leaving = signedIn(somebody());

        assertThat(live()).isEqualTo(Map.of(Role.VISITOR, 1L, Role.PATIENT, 2L));

        leaving.post("/sign-out");
        clock.passes(limits.patientIdle());
        assertThat(live()).containsEntry(Role.VISITOR, 1L).doesNotContainKey(Role.PATIENT);
    }

    @Test
    void theSessionOfSomebodyWhoIsSwitchedOffIsOver() {
        execute("DELETE FROM session");
        var email = somebody();
        signedIn(email);

        execute("UPDATE account SET disabled_at = now() WHERE email = '%s'".formatted(email));

        assertThat(live()).doesNotContainKey(Role.PATIENT);
    }

    private Map<Role, Long> live() {
        return requireNonNull(sessions.live(limits, clock.instant()).block());
    }

    private int requestSeries() {
        return (int) scrape().series().stream()
                .filter(line -> line.name().startsWith("http_server_requests_seconds"))
                .count();
    }

    private double shown(String name, Map<String, String> labels) {
        return scrape().value(name, labels);
    }

    private Scrape scrape() {
        var inside = new Browser("http://127.0.0.1:" + managementPort).with("Accept", "*/*");
        return Scrape.of(inside.get("/actuator/prometheus").body());
    }
}
