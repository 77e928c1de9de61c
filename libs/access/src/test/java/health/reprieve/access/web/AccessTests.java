package health.reprieve.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.ReferrerId;
import health.reprieve.access.TherapistId;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.token.InnerTokenSigner;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;

@SpringBootTest(
        classes = SmallService.class,
        properties = {"reprieve.access.audience=small", "spring.http.codecs.max-in-memory-size=64KB"})
class AccessTests {

    private static final UUID SOMEBODY = UUID.fromString("7c2f1b9e-7a55-4a1c-9a44-000000000001");

    private final WebTestClient client;

    AccessTests(@Autowired ApplicationContext context) {
        client = WebTestClient.bindToApplicationContext(context)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry properties) {
        properties.add("reprieve.access.verification-key", SmallService.SIGNER::verificationKey);
    }

    static Stream<Actor> everyKindOfActor() {
        return Stream.of(
                People.VISITOR,
                People.PATIENT,
                new Actor.Therapist(new TherapistId(SOMEBODY)),
                new Actor.FrontDesk(new AccountId(SOMEBODY)),
                new Actor.Manager(new AccountId(SOMEBODY)),
                new Actor.Referrer(new ReferrerId(SOMEBODY)),
                new Actor.Operator(new AccountId(SOMEBODY)),
                new Actor.Machine("front-desk-telephone"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfActor")
    void theActorInTheTokenIsTheActorThatTheControllerGets(Actor actor) {
        get("/me", People.token(actor))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo(actor.toString());
    }

    @Test
    void withoutATokenNobodyIsAnswered() {
        client.get().uri("/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aTokenIsGoodForOneMinuteAndAFewSecondsOfSkew() {
        getWithTokenOf(Duration.ofSeconds(64)).expectStatus().isOk();
        getWithTokenOf(Duration.ofSeconds(66)).expectStatus().isUnauthorized();
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        get("/me", SmallService.SIGNER.sign(visitor(), "another", SmallService.NOW))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        get("/me", InnerTokenSigner.generate().sign(visitor(), "small", SmallService.NOW))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        get("/me", signed(claims -> claims.issuer("somebody-else")))
                .expectStatus()
                .isUnauthorized();
        get("/me", signed(claims -> claims)).expectStatus().isOk();
    }

    @Test
    void aTokenWithoutAnEndIsRefused() {
        get("/me", signed(claims -> claims.expirationTime(null))).expectStatus().isUnauthorized();
    }

    @Test
    void aTokenWhoseRoleContradictsItsSubjectIsRefused() {
        get("/me", signed(claims -> claims.claim("role", "manager")))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void anUnsignedTokenIsRefused() {
        var claims = new JWTClaimsSet.Builder()
                .issuer("front-door")
                .audience("small")
                .subject("manager:" + SOMEBODY)
                .claim("role", "manager")
                .expirationTime(Date.from(SmallService.NOW.plusSeconds(60)))
                .build();
        get("/me", new PlainJWT(claims).serialize()).expectStatus().isUnauthorized();
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        var parts = People.token(People.VISITOR).split("\\.", -1);
        var others = People.token(People.PATIENT).split("\\.", -1);
        get("/me", parts[0] + "." + others[1] + "." + parts[2]).expectStatus().isUnauthorized();
    }

    @Test
    void aVisitorOnAPageForOthersIsLedToSignInAndBack() {
        get("/patients-only?day=2027-02-21", People.token(People.VISITOR))
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/sign-in?then=%2Fpatients-only%3Fday%3D2027-02-21");
    }

    @Test
    void aVisitorAtAnApiForOthersIsToldToSignIn() {
        get("/api/patients-only", People.token(People.VISITOR)).expectStatus().isUnauthorized();
    }

    @Test
    void somebodyInAnotherRoleIsRefused() {
        get("/patients-only", People.token(new Actor.Manager(new AccountId(SOMEBODY))))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anArgumentOfOneKindOfActorRefusesTheOthers() {
        get("/patient-argument", People.token(People.PATIENT)).expectStatus().isOk();
        get("/patient-argument", People.token(new Actor.Operator(new AccountId(SOMEBODY))))
                .expectStatus()
                .isForbidden();
        get("/patient-argument", People.token(People.VISITOR)).expectStatus().isSeeOther();
    }

    @Test
    void anOperationWithoutARowIsClosedToEverybody() {
        get("/forgotten", People.token(People.PATIENT)).expectStatus().isNotFound();
    }

    @Test
    void aMethodWithoutARowIsNotAllowed() {
        client.delete()
                .uri("/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + People.tokenWithoutSession(People.VISITOR))
                .exchange()
                .expectStatus()
                .isEqualTo(405);
    }

    @Test
    void aChangeNeedsTheFormTokenOfItsSession() {
        post(People.token(People.PATIENT), "").expectStatus().isForbidden();
        post(People.token(People.PATIENT), "made-up").expectStatus().isForbidden();
        post(People.token(People.PATIENT), formToken(People.token(People.PATIENT, "the-secret-of-another-session")))
                .expectStatus()
                .isForbidden();
        post(People.token(People.PATIENT), formToken(People.token(People.PATIENT)))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("took hello");
    }

    @Test
    void thePageOfARefusalHasFormsThatWork() {
        get("/patients-only", People.token(new Actor.Manager(new AccountId(SOMEBODY))))
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .valueEquals("X-Hidden-Fields", "_form");
    }

    @Test
    void theFormTokenMayComeInAHeader() {
        client.post()
                .uri("/form")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + People.token(People.PATIENT))
                .header("X-Form-Token", formToken(People.token(People.PATIENT)))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void everyPageMasksTheFormTokenAnew() {
        assertThat(formToken(People.token(People.PATIENT)))
                .isNotEqualTo(formToken(People.token(People.PATIENT)))
                .doesNotContain("the-secret");
    }

    @Test
    void whatHasNoSessionNeedsNoFormToken() {
        post(People.tokenWithoutSession(new Actor.Machine("till")), "")
                .expectStatus()
                .isOk();
    }

    @Test
    void aFormLongerThanTheLimitIsTheSendersMistake() {
        post(People.token(People.PATIENT), "x".repeat(70_000)).expectStatus().isEqualTo(413);
    }

    private ResponseSpec getWithTokenOf(Duration age) {
        var made = SmallService.NOW.minus(age);
        return get("/me", SmallService.SIGNER.sign(visitor(), "small", made));
    }

    private static InnerIdentity visitor() {
        return new InnerIdentity(People.VISITOR, null);
    }

    private ResponseSpec get(String uri, String token) {
        return client.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private ResponseSpec post(String token, String formToken) {
        return client.post()
                .uri("/form")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("text", "hello").with("_form", formToken))
                .exchange();
    }

    private String formToken(String token) {
        var fields = get("/form", token)
                .expectBody(new ParameterizedTypeReference<Map<String, String>>() {})
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(Objects.requireNonNull(fields).get("_form"));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("front-door")
                .audience("small")
                .subject("visitor:" + People.BROWSER)
                .claim("role", "visitor")
                .expirationTime(Date.from(SmallService.NOW.plusSeconds(60)));
        return TestSigning.sign(
                SmallService.SIGNER.signingKey(), change.apply(claims).build());
    }
}
