package health.reprieve.booking;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.ReferrerId;
import health.reprieve.access.Role;
import health.reprieve.access.TherapistId;
import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.matrix.MatrixChecks;
import health.reprieve.access.matrix.Operation;
import health.reprieve.access.matrix.Rule;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.course.Choice;
import health.reprieve.booking.course.CourseDesk;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every operation of the service against every role, with what is theirs, what is somebody else's and what is not there. */
@BookingTest
class AuthorizationMatrixTests {

    private static final Pattern STEPS_WITHOUT_BODY =
            Pattern.compile(".*/(check-in|start|completion|no-show|approval|decline)");
    private static final AuthorizationMatrix MATRIX = AuthorizationMatrix.of("booking");

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    WaitScene line;

    @Autowired
    HoldDesk holds;

    @Autowired
    CourseDesk courses;

    @Autowired
    TestClock clock;

    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        assertThat(MatrixChecks.differences(MATRIX, mappings)).isEmpty();
    }

    static Stream<Arguments> everyOperationForEveryRole() {
        return MATRIX.operations().stream()
                .flatMap(operation -> Arrays.stream(Role.values()).map(role -> Arguments.of(operation, role)));
    }

    @ParameterizedTest
    @MethodSource("everyOperationForEveryRole")
    void theMatrixHolds(Operation operation, Role role) {
        switch (operation.rule(role)) {
            case NO ->
                assertThat(List.of(own(operation, role), foreign(operation, role), missing(operation, role)))
                        .allSatisfy(answer -> assertRefused(answer, operation, role));
            case OWN -> {
                assertDone(own(operation, role));
                assertNotFoundAlike(foreign(operation, role), missing(operation, role));
            }
            case YES -> {
                assertDone(own(operation, role));
                if (isAboutOneThing(operation)) {
                    assertDone(foreign(operation, role));
                    assertThat(missing(operation, role).getStatus().value()).isEqualTo(404);
                }
            }
        }
    }

    @Test
    void everyOperationAboutOneThingIsOwnForPatientsOrNotTheirs() {
        assertThat(MATRIX.operations().stream().filter(AuthorizationMatrixTests::isAboutOneThing))
                .isNotEmpty()
                .allSatisfy(
                        operation -> assertThat(operation.rule(Role.PATIENT)).isIn(Rule.OWN, Rule.NO));
    }

    private static boolean isAboutOneThing(Operation operation) {
        return operation.path().getPatternString().contains("{id}");
    }

    private EntityExchangeResult<String> own(Operation operation, Role role) {
        var treating = scene.therapist(clinic);
        var actor = role == Role.THERAPIST ? new Actor.Therapist(treating.id()) : actor(role);
        var owner = actor instanceof Actor.Patient patient ? patient : Scene.patient();
        return callAbout(operation, actor, owner, treating);
    }

    private EntityExchangeResult<String> foreign(Operation operation, Role role) {
        return callAbout(operation, actor(role), Scene.patient(), scene.therapist(clinic));
    }

    private EntityExchangeResult<String> missing(Operation operation, Role role) {
        return call(operation, actor(role), UUID.randomUUID(), 1);
    }

    private EntityExchangeResult<String> callAbout(
            Operation operation, Actor actor, Actor.Patient owner, KnownTherapist treating) {
        if (!isAboutOneThing(operation)) {
            return call(operation, actor, UUID.randomUUID(), 1);
        }
        if (operation.path().getPatternString().contains("/waiting-list/")) {
            return callAboutWaiting(operation, actor, owner);
        }
        if (operation.path().getPatternString().contains("/courses/")) {
            therapist = treating;
            return call(operation, actor, course(owner, treating), 1);
        }
        var visit = scene.readyFor(operation.path().getPatternString(), owner, clinic, treating, Scene.TUESDAY_TEN);
        therapist = treating;
        clinic = scene.clinic(2);
        var answer = call(operation, actor, visit.id().value(), visit.version());
        clock.set(TestClock.MONDAY);
        return answer;
    }

    /** About the owner's wish, which has just been offered a time, or about that offer. */
    private EntityExchangeResult<String> callAboutWaiting(Operation operation, Actor actor, Actor.Patient owner) {
        clock.set(Scene.TUESDAY_TEN.minus(Duration.ofDays(1)));
        var offer = line.offered(owner, clinic);
        var isAboutOffer = operation.path().getPatternString().contains("/offers/");
        var id = isAboutOffer ? offer.id().value() : offer.waiting().value();
        var answer = call(operation, actor, id, 1);
        line.leave(owner);
        clock.set(TestClock.MONDAY);
        return answer;
    }

    private UUID course(Actor.Patient owner, KnownTherapist treating) {
        var first = Map.of(1, new Choice(Scene.TUESDAY_TEN, treating.id()));
        var begun = new CourseDesk.Start(
                Scene.details(owner),
                true,
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                null,
                LocalDate.of(2027, 3, 2),
                null,
                null,
                first,
                null);
        return requireNonNull(courses.start(owner, begun, "k").block()).id().value();
    }

    private static Actor actor(Role role) {
        return switch (role) {
            case VISITOR -> Scene.visitor();
            case PATIENT -> Scene.patient();
            case THERAPIST -> new Actor.Therapist(TherapistId.random());
            case FRONT_DESK -> new Actor.FrontDesk(AccountId.random());
            case MANAGER -> new Actor.Manager(AccountId.random());
            case REFERRER -> new Actor.Referrer(ReferrerId.random());
            case OPERATOR -> new Actor.Operator(AccountId.random());
            case MACHINE -> new Actor.Machine("telephone");
        };
    }

    private EntityExchangeResult<String> call(Operation operation, Actor actor, UUID id, long version) {
        var pattern = operation.path().getPatternString();
        actor.ownBrowser()
                .filter(browser -> pattern.contains("/holds/current"))
                .ifPresent(browser -> holds.hold(
                                browser,
                                Asker.of(actor),
                                Scene.wish(clinic, therapist, Scene.TUESDAY_TEN.plus(Duration.ofHours(3))))
                        .block());
        var request = caller.as(actor)
                .method(operation.method())
                .uri(pattern.replace("{id}", id.toString())
                                .replace("{clinic}", clinic.id().toString())
                                .replace("{closure}", UUID.randomUUID().toString())
                                .replace("{referral}", UUID.randomUUID().toString())
                        + query(operation));
        request.headers(headers -> {
            headers.set(HttpHeaders.IF_MATCH, "\"" + version + "\"");
            headers.set("Idempotency-Key", "k");
        });
        var body = body(operation);
        if (body != null) {
            request.contentType(
                            pattern.startsWith("/api/")
                                    ? MediaType.APPLICATION_JSON
                                    : MediaType.APPLICATION_FORM_URLENCODED)
                    .bodyValue(body);
        }
        return request.exchange().expectBody(String.class).returnResult();
    }

    private String query(Operation operation) {
        var pattern = operation.path().getPatternString();
        if (pattern.endsWith("/treatments") || pattern.endsWith("/reassignments")) {
            return "?clinicId=" + clinic.id();
        }
        return operation.method().equals(HttpMethod.GET)
                        && (pattern.endsWith("/courses") || pattern.endsWith("/referrals"))
                ? "?patientId=" + UUID.randomUUID()
                : "";
    }

    /** A body that the operation takes. A new operation that changes something must be given one here. */
    private @Nullable String body(Operation operation) {
        if (!Set.of(HttpMethod.POST, HttpMethod.PUT).contains(operation.method())) {
            return null;
        }
        var start = Scene.TUESDAY_TEN.plus(Duration.ofHours(5));
        var search = "\"clinicId\":\"%s\",\"condition\":\"NECK_PAIN\"".formatted(clinic.id());
        var wish = "%s,\"therapistId\":\"%s\",\"start\":\"%s\"".formatted(search, therapist.id(), start);
        var pattern = operation.path().getPatternString();
        if (STEPS_WITHOUT_BODY.matcher(pattern).matches()) {
            return "";
        }
        if (pattern.equals("/api/v1/booking/clinics/{clinic}/waiting-list")) {
            return waiting("patientId", scene.knownPatient().id());
        }
        var bodies = Map.ofEntries(
                entry(
                        "/api/v1/booking/waiting-list",
                        waiting("clinicId", clinic.id()).replace("}", ",\"name\":\"Rosa\",\"language\":\"en\"}")),
                entry("/waiting-list/join", "weeks=2&name=Rosa"),
                entry("/waiting-list/{id}/leave", ""),
                entry("/waiting-list/offers/{id}/accept", ""),
                entry("/waiting-list/offers/{id}/decline", ""),
                entry("/api/v1/booking/waiting-list/offers/{id}/acceptance", ""),
                entry("/api/v1/booking/waiting-list/offers/{id}/refusal", ""),
                entry("/api/v1/booking/course-plans", "{%s}".formatted(search)),
                entry("/api/v1/booking/courses", course(search)),
                entry("/api/v1/booking/courses/{id}/plans", "{}"),
                entry(
                        "/api/v1/booking/courses/{id}/visits",
                        "{\"visits\":[{\"place\":4,\"start\":\"%s\",\"therapistId\":\"%s\"}]}"
                                .formatted(start.plus(Duration.ofDays(9)), therapist.id())),
                entry("/api/v1/booking/courses/{id}/extension", "{\"perWeek\":1,\"visits\":2}"),
                entry("/api/v1/booking/courses/{id}/skip", "{\"place\":2}"),
                entry("/api/v1/booking/courses/{id}/stop", "{}"),
                entry("/api/v1/booking/referrals/{referral}", referral()),
                entry("/book", "clinic=%s&condition=NECK_PAIN".formatted(clinic.id())),
                entry("/book/hold", "time=%s@%s".formatted(therapist.id(), start)),
                entry("/book/you", "name=Rosa&email=rosa@example.org"),
                entry("/book/you/longer", "name=Rosa&email=rosa@example.org"),
                entry("/book/check/longer", ""),
                entry("/api/v1/booking/holds/current/extension", ""),
                entry(
                        "/api/v1/booking/clinics/{clinic}/closures/{closure}",
                        "{\"firstDay\":\"2027-03-02\",\"lastDay\":\"2027-03-02\",\"reason\":\"REPAIR\"}"),
                entry("/api/v1/booking/clinics/{clinic}/opening-hours", "{\"spans\":[]}"),
                entry("/api/v1/booking/clinics/{clinic}/policy", "{}"),
                entry("/book/confirm", "hold=" + UUID.randomUUID()),
                entry("/visits/{id}/cancel", "version=1"),
                entry("/api/v1/booking/openings", "{%s}".formatted(search)),
                entry("/api/v1/booking/holds", "{%s}".formatted(wish)),
                entry("/api/v1/booking/appointments", "{%s,\"name\":\"Rosa\",\"language\":\"en\"}".formatted(wish)),
                entry("/api/v1/booking/appointments/{id}/cancellation", ""),
                entry("/api/v1/booking/appointments/{id}/move", "{\"start\":\"%s\"}".formatted(start)),
                entry("/api/v1/booking/appointments/{id}/correction", "{\"note\":\"a wrong click\"}"),
                entry("/api/v1/booking/appointments/{id}/reassignment", "{}"),
                entry(
                        "/api/v1/booking/room-use",
                        "{\"clinicId\":\"%s\",\"roomId\":\"%s\",\"inUse\":true}"
                                .formatted(
                                        clinic.id(), clinic.rooms().getFirst().id())),
                entry(
                        "/api/v1/booking/desk-bookings",
                        "{%s,\"name\":\"Rosa\",\"email\":\"p%s@example.org\",\"language\":\"en\"}"
                                .formatted(wish, UUID.randomUUID())),
                entry(
                        "/api/v1/booking/end-of-day",
                        "{\"clinicId\":\"%s\",\"date\":\"2027-03-01\"}".formatted(clinic.id())));
        return requireNonNull(bodies.get(pattern), "no body for " + operation);
    }

    private static String waiting(String what, Object id) {
        return "{\"%s\":\"%s\",\"condition\":\"NECK_PAIN\",\"firstDay\":\"2027-03-02\",\"lastDay\":\"2027-03-09\"}"
                .formatted(what, id);
    }

    private String course(String search) {
        return "{%s,\"firstDay\":\"2027-03-02\",\"visits\":[],\"name\":\"Rosa\",\"language\":\"en\",\"patientId\":\"%s\"}"
                .formatted(search, scene.knownPatient().id());
    }

    private String referral() {
        return "{\"patientId\":\"%s\",\"visits\":12,\"firstDay\":\"2027-03-01\",\"days\":90}"
                .formatted(scene.knownPatient().id());
    }

    private static void assertDone(EntityExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isBetween(200, 399);
        assertThat(String.valueOf(answer.getResponseHeaders().getLocation())).isNotEqualTo("/sign-in");
    }

    private static void assertRefused(EntityExchangeResult<String> answer, Operation operation, Role role) {
        var program = operation.path().getPatternString().startsWith("/api/");
        if (role != Role.VISITOR) {
            assertThat(answer.getStatus().value()).isEqualTo(403);
        } else if (program) {
            assertThat(answer.getStatus().value()).isEqualTo(401);
        } else {
            assertThat(answer.getStatus().value()).isEqualTo(303);
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
