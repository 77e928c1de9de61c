package health.reprieve.booking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import health.reprieve.access.Role;
import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.matrix.MatrixChecks;
import health.reprieve.access.matrix.Operation;
import health.reprieve.access.matrix.Rule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every operation of the service against every role, with what is theirs, what is somebody else's and what is not there.
 * What must be refused is asked about the same thing by everybody, for a refusal leaves it as it is.
 */
@BookingTest
class AuthorizationMatrixTests {

    private static final AuthorizationMatrix MATRIX = AuthorizationMatrix.of("booking");

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    MatrixScene scene;

    @AfterEach
    void nobodyWaitsAnyMore() {
        scene.leave();
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        assertThat(MatrixChecks.differences(MATRIX, mappings)).isEmpty();
    }

    static List<Operation> everyOperation() {
        return MATRIX.operations();
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void everyRoleMayDoWhatItsCellSaysAndNothingElse(Operation operation) {
        var untouched = scene.subject(operation);
        assertAll(Arrays.stream(Role.values()).map(role -> cell(operation, role, untouched)));
    }

    private Executable cell(Operation operation, Role role, MatrixSubject untouched) {
        return switch (operation.rule(role)) {
            case NO -> () -> isRefused(operation, role, untouched);
            case OWN -> () -> mayDoWithTheirOwn(operation, role, untouched);
            case YES -> () -> mayDo(operation, role, untouched);
        };
    }

    private void isRefused(Operation operation, Role role, MatrixSubject untouched) {
        assertRefused(scene.call(operation, MatrixSubject.stranger(role), untouched), operation, role);
        if (MatrixScene.isAboutOneThing(operation)) {
            assertRefused(scene.call(operation, untouched.own(role), untouched), operation, role);
            assertRefused(scene.call(operation, MatrixSubject.stranger(role), untouched.missing()), operation, role);
        }
    }

    private void mayDoWithTheirOwn(Operation operation, Role role, MatrixSubject untouched) {
        var subject = toBeDone(operation, untouched);
        assertDone(scene.call(operation, subject.own(role), subject), operation, role);
        assertNotFoundAlike(
                scene.call(operation, MatrixSubject.stranger(role), untouched),
                scene.call(operation, MatrixSubject.stranger(role), untouched.missing()));
    }

    private void mayDo(Operation operation, Role role, MatrixSubject untouched) {
        var subject = toBeDone(operation, untouched);
        assertDone(scene.call(operation, subject.own(role), subject), operation, role);
        if (MatrixScene.isAboutOneThing(operation)) {
            if (role == Role.THERAPIST) {
                var another = toBeDone(operation, untouched);
                assertDone(scene.call(operation, MatrixSubject.stranger(role), another), operation, role);
            }
            var missing = scene.call(operation, MatrixSubject.stranger(role), untouched.missing());
            assertThat(missing.getStatus().value())
                    .as("%s as %s", operation, role)
                    .isEqualTo(404);
        }
    }

    /** What is only read stays as it is. */
    private MatrixSubject toBeDone(Operation operation, MatrixSubject untouched) {
        return operation.method().equals(HttpMethod.GET) && MatrixScene.isAboutOneThing(operation)
                ? untouched
                : scene.subject(operation);
    }

    @Test
    void everyOperationAboutOneThingIsOwnForPatientsOrNotTheirs() {
        assertThat(MATRIX.operations().stream().filter(MatrixScene::isAboutOneThing))
                .isNotEmpty()
                .allSatisfy(
                        operation -> assertThat(operation.rule(Role.PATIENT)).isIn(Rule.OWN, Rule.NO));
    }

    private static void assertDone(EntityExchangeResult<String> answer, Operation operation, Role role) {
        assertThat(answer.getStatus().value())
                .as("%s as %s: %s", operation, role, answer.getResponseBody())
                .isBetween(200, 399);
        assertThat(String.valueOf(answer.getResponseHeaders().getLocation())).isNotEqualTo("/sign-in");
    }

    private static void assertRefused(EntityExchangeResult<String> answer, Operation operation, Role role) {
        var program = operation.path().getPatternString().startsWith("/api/");
        var expected = role != Role.VISITOR ? 403 : program ? 401 : 303;
        assertThat(answer.getStatus().value()).as("%s as %s", operation, role).isEqualTo(expected);
        if (expected == 303) {
            assertThat(String.valueOf(answer.getResponseHeaders().getLocation()))
                    .startsWith("/sign-in");
        }
    }

    private static void assertNotFoundAlike(
            EntityExchangeResult<String> foreign, EntityExchangeResult<String> missing) {
        assertThat(foreign.getStatus().value()).isEqualTo(404);
        assertThat(missing.getStatus().value()).isEqualTo(404);
        assertThat(withoutIds(foreign)).isEqualTo(withoutIds(missing));
        assertThat(foreign.getResponseHeaders().headerNames())
                .isEqualTo(missing.getResponseHeaders().headerNames());
    }

    private static String withoutIds(EntityExchangeResult<String> answer) {
        return requireNonNull(answer.getResponseBody()).replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }
}
