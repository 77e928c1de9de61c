package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Role;
import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.matrix.MatrixChecks;
import health.reprieve.access.matrix.Operation;
import health.reprieve.access.matrix.Verdict;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class AuthorizationMatrixTests extends House {

    @Autowired
    private AuthorizationMatrix matrix;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        assertThat(MatrixChecks.differences(matrix, mappings)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "MACHINE")
    void everybodyMayUseEveryPageOfTheFrontDoor(Role role) {
        for (var operation : matrix.operations()) {
            var browser = wearing(role);
            browser.get("/");
            assertThat(use(browser, operation)).as("%s as %s", operation, role).isIn(200, 303, 422);
        }
    }

    @Test
    void anotherSystemHasNothingToDoHere() {
        for (var operation : matrix.operations()) {
            var path = PathContainer.parsePath(operation.path().getPatternString());
            assertThat(matrix.judge(operation.method(), path, Role.MACHINE)).isInstanceOf(Verdict.Denied.class);
        }
    }

    private static int use(Browser browser, Operation operation) {
        var path = operation.path().getPatternString();
        return operation.method().equals(HttpMethod.POST)
                ? browser.post(path).status()
                : browser.get(path).status();
    }

    private Browser wearing(Role role) {
        var email = "%s-%s@example.org".formatted(role.label(), UUID.randomUUID());
        return switch (role) {
            case VISITOR, MACHINE -> browser();
            case PATIENT -> signedIn(email);
            case THERAPIST -> working(email, "therapist", "therapist_id");
            case REFERRER -> working(email, "referrer", "referrer_id");
            case FRONT_DESK, MANAGER, OPERATOR -> working(email, role.label(), null);
        };
    }

    private Browser working(String email, String work, @Nullable String idColumn) {
        var column = idColumn == null ? "" : ", " + idColumn;
        var value = idColumn == null ? "" : ", gen_random_uuid()";
        execute("INSERT INTO account (id, email, work, created_at%s) VALUES (gen_random_uuid(), '%s', '%s', now()%s)"
                .formatted(column, email, work, value));
        return signedIn(email);
    }
}
