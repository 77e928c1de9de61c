package health.reprieve.booking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.access.Actor;
import health.reprieve.database.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the outside sees when something inside is broken. Each test breaks it, looks, and mends it again. */
@BookingTest
class FaultTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLINICS = "/api/v1/booking/clinics";
    private static final String APPOINTMENTS = "/api/v1/booking/appointments";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    Database database;

    @Autowired
    Environment environment;

    private final Actor.Patient patient = Scene.patient();

    @Test
    void aFaultInsideTellsAProgramNothingButAReference() {
        execute("ALTER TABLE clinic RENAME TO clinic_away");
        try {
            var answer = get(CLINICS);

            assertThat(answer.getStatus().value()).isEqualTo(500);
            assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            var problem = json(answer);
            assertThat(problem.propertyNames())
                    .containsExactlyInAnyOrder("type", "title", "status", "detail", "reference");
            assertThat(problem.path("type").stringValue()).isEqualTo("urn:reprieve:problem:unexpected");
            assertThat(problem.path("reference").stringValue()).matches("[2-9A-Z]{8}");
            assertThat(answer.getResponseBody()).doesNotContain("clinic_away", "relation", "SELECT", "Exception");
        } finally {
            execute("ALTER TABLE clinic_away RENAME TO clinic");
        }
        assertThat(get(CLINICS).getStatus().value()).isEqualTo(200);
    }

    @Test
    void aFaultInsideTellsAReaderNothingButAReference() {
        execute("ALTER TABLE appointment RENAME TO appointment_away");
        try {
            var answer = get("/visits");

            assertThat(answer.getStatus().value()).isEqualTo(500);
            var page = Jsoup.parse(requireNonNull(answer.getResponseBody()));
            assertThat(page.select("main .reference-code").text()).matches("[2-9A-Z]{8}");
            assertThat(answer.getResponseBody()).doesNotContain("appointment_away", "relation", "SELECT", "Exception");
        } finally {
            execute("ALTER TABLE appointment_away RENAME TO appointment");
        }
    }

    @Test
    void aFaultInTheMiddleOfABookingLeavesNothingOfItAndTheSameKeyBooksLater() {
        var clinic = scene.clinic(1);
        var therapist = scene.therapist(clinic);
        Map<String, Object> form = Map.of(
                "clinicId",
                clinic.id().value(),
                "therapistId",
                therapist.id().value(),
                "start",
                Scene.TUESDAY_TEN,
                "condition",
                "NECK_PAIN",
                "name",
                "Rosa",
                "language",
                "en");
        var before = scene.everything();
        execute("ALTER TABLE outbox ADD CONSTRAINT broken CHECK (topic <> 'appointment-events') NOT VALID");
        try {
            assertThat(book(form).getStatus().value()).isEqualTo(500);
        } finally {
            execute("ALTER TABLE outbox DROP CONSTRAINT broken");
        }
        assertThat(scene.everything()).isEqualTo(before);
        assertThat(book(form).getStatus().value()).isEqualTo(201);
    }

    @Test
    void whileTheDatabaseIsAwayCallersAreAskedToComeBackAndThenAllIsWell() throws SQLException {
        var name = nameOfDatabase();
        administer(
                "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(name));
        try {
            for (var path : List.of(CLINICS, APPOINTMENTS, "/visits", "/book")) {
                var answer = get(path);

                assertThat(answer.getStatus().value()).as(path).isEqualTo(503);
                assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                        .isEqualTo("2");
                assertThat(answer.getResponseBody()).doesNotContain(name, "r2dbc", "Exception");
            }
        } finally {
            administer("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(name));
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get(CLINICS).getStatus().value()).isEqualTo(200));
    }

    private EntityExchangeResult<String> get(String path) {
        return caller.as(patient)
                .get()
                .uri(path)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private EntityExchangeResult<String> book(Map<String, Object> form) {
        return caller.as(patient)
                .post()
                .uri(APPOINTMENTS)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "the same")
                .bodyValue(form)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static JsonNode json(EntityExchangeResult<String> answer) {
        return JSON.readTree(requireNonNull(answer.getResponseBody()));
    }

    private void execute(String sql) {
        database.one(client -> client.sql(sql).then()).block();
    }

    private String nameOfDatabase() {
        return jdbcUrl().substring(jdbcUrl().lastIndexOf('/') + 1);
    }

    private String jdbcUrl() {
        return environment.getRequiredProperty("spring.flyway.url");
    }

    /** From a database beside the service's own. */
    private void administer(String... statements) throws SQLException {
        var url = jdbcUrl().replace(nameOfDatabase(), "postgres");
        var user = environment.getRequiredProperty("spring.flyway.user");
        var password = environment.getRequiredProperty("spring.flyway.password");
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
