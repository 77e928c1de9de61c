package health.reprieve.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.ReferrerId;
import health.reprieve.access.Role;
import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.matrix.MatrixChecks;
import health.reprieve.access.matrix.Operation;
import health.reprieve.access.matrix.Rule;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Tries every operation as everybody, with what is theirs, what is another's, and what does not exist. */
@ServiceTest
class AuthorizationMatrixTests {

    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-00000000dead");

    /** What an operation answers whoever may use it; 409: a licence that is not suspended cannot be reinstated. */
    private static final List<Integer> DONE = List.of(200, 303, 409);

    private final ApplicationContext service;
    private final Therapist own = SomeTherapist.newcomer();
    private final Therapist foreign = SomeTherapist.newcomer();

    AuthorizationMatrixTests(@Autowired ApplicationContext service, @Autowired Roster roster) {
        this.service = service;
        roster.takeOn(SomeTherapist.MANAGER, own).block();
        roster.takeOn(SomeTherapist.MANAGER, foreign).block();
    }

    static Stream<Arguments> everyOperationForEveryRole() {
        return forEveryRole(operation -> true);
    }

    static Stream<Arguments> everyOperationOnATherapistForEveryRole() {
        return forEveryRole(operation -> operation.path().getPatternString().contains("{therapist}"));
    }

    private static Stream<Arguments> forEveryRole(Predicate<Operation> which) {
        return AuthorizationMatrix.of("therapist").operations().stream()
                .filter(which)
                .flatMap(operation -> Arrays.stream(Role.values()).map(role -> Arguments.of(operation, role)));
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute(
            @Autowired AuthorizationMatrix matrix,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        assertThat(MatrixChecks.differences(matrix, List.of(routes))).isEmpty();
        assertThat(matrix.operations()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyOperationForEveryRole")
    void withWhatIsTheirsTheRowHolds(Operation operation, Role role) {
        var status = statusOf(operation, role, own);

        switch (operation.rule(role)) {
            case YES, OWN -> assertThat(status).isIn(DONE);
            case NO -> assertThat(status).isEqualTo(refusal(operation, role));
        }
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyOperationOnATherapistForEveryRole")
    void whatIsAnothersIsNotFoundByWhoMayOnlySeeTheirOwn(Operation operation, Role role) {
        switch (operation.rule(role)) {
            case YES -> assertThat(statusOf(operation, role, foreign)).isIn(DONE);
            case OWN -> assertThat(statusOf(operation, role, foreign)).isEqualTo(404);
            case NO -> assertThat(statusOf(operation, role, foreign)).isEqualTo(refusal(operation, role));
        }
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyOperationOnATherapistForEveryRole")
    void whatDoesNotExistIsNotFoundByWhoMayAsk(Operation operation, Role role) {
        var expected = operation.rule(role) == Rule.NO ? refusal(operation, role) : 404;
        assertThat(status(operation, role, NOBODY, NOBODY)).isEqualTo(expected);
    }

    private static int refusal(Operation operation, Role role) {
        if (role != Role.VISITOR) {
            return 403;
        }
        return operation.path().getPatternString().startsWith("/api/") ? 401 : 303;
    }

    private int statusOf(Operation operation, Role role, Therapist therapist) {
        return status(
                operation,
                role,
                therapist.id().value(),
                SomeTherapist.licenceOf(therapist).value());
    }

    private int status(Operation operation, Role role, UUID therapist, UUID credential) {
        var path = operation.path().getPatternString();
        var page = !path.startsWith("/api/");
        return TestHouse.program(actor(role), service)
                .method(operation.method())
                .uri(path.replace("{therapist}", therapist.toString())
                        .replace("{credential}", credential.toString())
                        .replace("{day}", "2027-02-01"))
                .header("If-Match", "\"1\"")
                .contentType(page ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON)
                .bodyValue(page ? "version=1&reason=Because" : "{\"reason\": \"Because\"}")
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private Actor actor(Role role) {
        return switch (role) {
            case VISITOR -> new Actor.Visitor(BrowserId.random());
            case PATIENT ->
                new Actor.Patient(PatientId.random(), new MailAddress("ada@example.org"), BrowserId.random());
            case THERAPIST -> new Actor.Therapist(own.id());
            case FRONT_DESK -> new Actor.FrontDesk(AccountId.random());
            case MANAGER -> SomeTherapist.MANAGER;
            case REFERRER -> new Actor.Referrer(ReferrerId.random());
            case OPERATOR -> new Actor.Operator(AccountId.random());
            case MACHINE -> new Actor.Machine("till");
        };
    }
}
