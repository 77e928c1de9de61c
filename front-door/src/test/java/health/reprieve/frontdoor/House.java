package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.backing.Backing;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front door with real servers behind it, and one stand-in for all services. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=front-door",
            "reprieve.demo=true",
            "management.server.port=0",
            "front-door.client-address.proxy-header=X-Test-Client",
            "front-door.limits.sessions-of-client=10/10m",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=5s",
        })
@Import(House.TestTime.class)
abstract class House {

    static final Service SERVICE = new Service();
    static final InnerTokenSigner SIGNER = InnerTokenSigner.generate();
    static final ECKey MAILERS_KEY = mailersKey();
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    TestClock clock;

    @TestConfiguration
    static class TestTime {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        var own = Backing.database();
        properties.add("spring.r2dbc.url", own::r2dbcUrl);
        properties.add("spring.r2dbc.username", own::user);
        properties.add("spring.r2dbc.password", own::password);
        properties.add("spring.flyway.url", own::jdbcUrl);
        properties.add("spring.flyway.user", own::user);
        properties.add("spring.flyway.password", own::password);
        properties.add("spring.kafka.bootstrap-servers", Backing::kafka);
        properties.add("front-door.keys.signing", SIGNER::signingKey);
        properties.add(
                "front-door.keys.sealing", () -> MAILERS_KEY.toPublicJWK().toJSONString());
        properties.add("front-door.keys.hashing", () -> "a secret of more than thirty-two characters");
        properties.add("front-door.booking-url", SERVICE::url);
        properties.add("front-door.therapist-url", SERVICE::url);
        properties.add("front-door.notification-url", () -> "http://127.0.0.1:1");
    }

    @BeforeEach
    void resetClock() {
        clock.reset();
    }

    Browser browser() {
        return new Browser(origin());
    }

    String origin() {
        return "http://localhost:" + port;
    }

    /** Somebody who has just proved this address. */
    Browser signedIn(String email) {
        return signedIn(browser(), email, "");
    }

    Browser signedIn(Browser browser, String email, String then) {
        askForCode(browser, email, then);
        browser.get("/sign-in/code");
        assertThat(browser.post("/sign-in/code/check", "code", lastCode()).status())
                .isEqualTo(303);
        return browser;
    }

    void askForCode(Browser browser, String email, String then) {
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in/code", "email", email, "then", then).location())
                .isEqualTo("/sign-in/code");
    }

    /** The code in the mail that was asked for last, as only the mailer can read it. */
    String lastCode() {
        return unseal(lastRequest()).get("code").asString();
    }

    /** The data of the event that was left last. */
    JsonNode lastRequest() {
        return JSON.readTree(cell("SELECT data FROM outbox ORDER BY position DESC LIMIT 1"));
    }

    static JsonNode unseal(JsonNode request) {
        try {
            var sealed = JWEObject.parse(request.at("/signInCode/sealed").asString());
            sealed.decrypt(new ECDHDecrypter(MAILERS_KEY));
            return JSON.readTree(sealed.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that is not the one that was sent. */
    String wrongCode() {
        return lastCode().equals("000000") ? "000001" : "000000";
    }

    void execute(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }

    /** The first cell that the statement finds, as text. */
    String cell(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> String.valueOf(row.get(0))).first().block(PATIENCE));
    }

    List<Map<String, Object>> rows(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).fetch().all().collectList().block(PATIENCE));
    }

    private static ECKey mailersKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An address that nobody has used yet. */
    static String somebody() {
        return "ada-" + UUID.randomUUID() + "@example.org";
    }
}
