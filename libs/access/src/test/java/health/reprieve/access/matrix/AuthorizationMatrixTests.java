package health.reprieve.access.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Role;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class AuthorizationMatrixTests {

    private static final String HEADING =
            "service;method;path;visitor;patient;therapist;front-desk;manager;referrer;operator;machine\n";

    private final AuthorizationMatrix matrix = AuthorizationMatrix.parse("booking", HEADING + """
            # a remark
            booking;GET;/visits/{id};no;own;no;yes;no;no;no;no
            booking;GET;/visits/new;yes;no;no;no;no;no;no;no
            booking;POST;/visits/{id};no;own;no;no;no;no;no;no
            therapist;GET;/calendar;no;no;own;no;no;no;no;no
            """);

    @Test
    void aRoleMayDoWhatItsCellSays() {
        assertThat(judge(HttpMethod.GET, "/visits/7", Role.PATIENT))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        allowed -> assertThat(allowed.rule()).isEqualTo(Rule.OWN));
        assertThat(judge(HttpMethod.GET, "/visits/7", Role.THERAPIST)).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void theMostSpecificRowDecides() {
        assertThat(judge(HttpMethod.GET, "/visits/new", Role.PATIENT)).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(HttpMethod.GET, "/visits/new", Role.VISITOR)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void headIsAskedLikeGet() {
        assertThat(judge(HttpMethod.HEAD, "/visits/7", Role.FRONT_DESK)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void aMethodWithoutARowIsTold() {
        assertThat(judge(HttpMethod.DELETE, "/visits/7", Role.FRONT_DESK))
                .isEqualTo(new Verdict.WrongMethod(Set.of(HttpMethod.GET, HttpMethod.POST)));
    }

    @Test
    void aRowOfAnotherServiceCountsForNothing() {
        assertThat(judge(HttpMethod.GET, "/calendar", Role.THERAPIST)).isEqualTo(new Verdict.Unlisted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "booking;GET;/a;yes;yes;yes;yes;yes;yes;yes",
                "booking;GET;/a;yes;yes;yes;yes;yes;yes;yes;perhaps",
                "booking;GET;/a;yes;yes;yes;yes;yes;yes;yes;",
                "booking;GET;/a;no;no;no;no;no;no;no;no\nbooking;GET;/a;yes;no;no;no;no;no;no;no",
            })
    void aMalformedFileIsRefused(String rows) {
        assertThatThrownBy(() -> AuthorizationMatrix.parse("booking", HEADING + rows))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFileOfTheHouseCanBeRead() {
        assertThat(Stream.of("front-door", "booking", "therapist", "notification")
                        .map(AuthorizationMatrix::of))
                .extracting(AuthorizationMatrix::service)
                .containsExactly("front-door", "booking", "therapist", "notification");
    }

    @Test
    void anOperationWithoutARowAndARowWithoutAnOperationAreTold() throws NoSuchMethodException {
        var mapping = new RequestMappingHandlerMapping();
        map(mapping, RequestMethod.GET, "/visits/{id}");
        map(mapping, RequestMethod.GET, "/visits/new");
        map(mapping, RequestMethod.PUT, "/visits/{id}");

        assertThat(MatrixChecks.differences(matrix, List.of(mapping)))
                .containsExactly(
                        "PUT /visits/{id} is mapped and has no row in access-matrix.csv",
                        "POST /visits/{id} has a row in access-matrix.csv and is not mapped");
    }

    @Test
    void anOperationThatTakesEveryMethodIsTold() throws NoSuchMethodException {
        var mapping = new RequestMappingHandlerMapping();
        mapping.registerMapping(RequestMappingInfo.paths("/open").build(), this, anyMethod());

        assertThat(MatrixChecks.differences(AuthorizationMatrix.parse("empty", HEADING), List.of(mapping)))
                .containsExactly("every method of /open is mapped and has no row in access-matrix.csv");
    }

    private void map(RequestMappingHandlerMapping mapping, RequestMethod method, String path)
            throws NoSuchMethodException {
        mapping.registerMapping(RequestMappingInfo.paths(path).methods(method).build(), this, anyMethod());
    }

    private static Method anyMethod() throws NoSuchMethodException {
        return AuthorizationMatrixTests.class.getDeclaredMethod("anOperationThatTakesEveryMethodIsTold");
    }

    private Verdict judge(HttpMethod method, String path, Role role) {
        return matrix.judge(method, PathContainer.parsePath(path), role);
    }
}
