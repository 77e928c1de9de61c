package health.reprieve.frontdoor.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.frontdoor.key.Seal;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.News;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the front door sends is what {@code contracts/} promises. */
class CodeRequestedContractTests {

    private static final String CONTRACT = "contracts/events/sign-in-code.requested.v1/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    private final CloudEvent approved = CloudEvent.parse(file("example.json"));

    CodeRequestedContractTests() throws JOSEException {}

    @Test
    void theEventIsTheApprovedExample() {
        var news = news();

        assertThat(news.topic()).isEqualTo("message-requests");
        assertThat(news.type()).isEqualTo(approved.type());
        assertThat(news.key()).isEqualTo(approved.subject());
        assertThat(news.version()).isEqualTo(approved.aggregateVersion());
        assertThat(news.occurredAt()).isEqualTo(approved.time());
        assertThat(news.expiresAt()).isEqualTo(approved.expiryTime());
        assertThat(withoutSeal(JSON.readTree(news.data()))).isEqualTo(withoutSeal(approved.data()));
    }

    @Test
    void theEventKeepsToItsSchema() {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file("schema.json"));

        assertThat(schema.validate(
                        JSON.readTree(news().data()),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
    }

    @Test
    void theHolderOfTheKeyReadsAddressAndCode() throws ParseException, JOSEException {
        var sealed = JWEObject.parse(
                JSON.readTree(news().data()).at("/signInCode/sealed").asString());
        sealed.decrypt(new ECDHDecrypter(key));

        assertThat(sealed.getHeader().getAlgorithm().getName()).isEqualTo("ECDH-ES+A256KW");
        assertThat(sealed.getHeader().getEncryptionMethod().getName()).isEqualTo("A256GCM");
        assertThat(JSON.readTree(sealed.getPayload().toString()))
                .isEqualTo(JSON.readTree("{\"email\":\"ada@example.org\",\"code\":\"012345\"}"));
    }

    private News news() {
        var asked = new AskedCode(
                UUID.fromString(approved.subject()),
                BrowserId.random(),
                new MailAddress("ada@example.org"),
                null,
                "hash",
                5,
                approved.time(),
                approved.time().plus(Duration.ofMinutes(10)));
        return CodeRequested.news(
                asked,
                new SignInCode("012345"),
                Locale.ENGLISH,
                Seal.of(key.toPublicJWK().toJSONString()));
    }

    private static JsonNode withoutSeal(JsonNode data) {
        var copy = data.deepCopy();
        ((ObjectNode) copy.get("signInCode")).remove("sealed");
        return copy;
    }

    private static String file(String name) {
        try {
            return new ClassPathResource(CONTRACT + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
