package health.reprieve.booking.appointment.web;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.waitlist.OfferMade;
import health.reprieve.contract.exchange.ApiPromise;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;

/** Every operation of the document, asked well: it does what it promises, and {@code Caller} examines how it says so. */
@BookingTest
class EveryOperationTests {

    private static final String API = "/api/v1/booking";
    private static final Duration LATER = Duration.ofHours(3);

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    WaitScene line;

    @Autowired
    TestClock clock;

    private Actor.Patient patient = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;

    private void somebodyAtAClinicWithOneTherapist() {
        patient = Scene.patient();
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationSucceedsAsPromised() {
        return ApiPromise.ofService("booking").successes().entrySet().stream()
                .map(operation ->
                        dynamicTest(operation.getKey(), () -> succeeds(operation.getKey(), operation.getValue())));
    }

    private void succeeds(String operation, int status) {
        somebodyAtAClinicWithOneTherapist();
        request(operation).exchange().expectStatus().isEqualTo(status);
        clock.set(TestClock.MONDAY);
    }

    private RequestBodySpec request(String operation) {
        return switch (operation) {
            case "listTreatments" -> ask(HttpMethod.GET, "/treatments?clinicId=" + clinic.id());
            case "readHistory" -> ask(HttpMethod.GET, "/appointments/" + visit() + "/history");
            case "checkInAppointment" -> step("check-in", null);
            case "startAppointment" -> step("start", null);
            case "completeAppointment" -> step("completion", null);
            case "missAppointment" -> step("no-show", null);
            case "approveAppointment" -> step("approval", null);
            case "declineAppointment" -> step("decline", JsonBody.NOTE);
            case "correctAppointment" -> step("correction", JsonBody.NOTE);
            case "listReassignments" ->
                caller.as(Scene.DESK).method(HttpMethod.GET).uri(API + "/reassignments?clinicId=" + clinic.id());
            case "reassignAppointment" -> step("reassignment", JsonBody.REASSIGNMENT);
            case "useRoom" -> asDesk("/room-use", JsonBody.ROOM_USE);
            case "endDay" -> asDesk("/end-of-day", JsonBody.DAY_END);
            case "bookForPatient" -> asDesk("/desk-bookings", JsonBody.DESK_BOOKING);
            case "moveTogether" ->
                asDesk(
                        "/moves",
                        JsonBody.MOVES.with(
                                "visits", "[" + JsonBody.MOVED.json().replace("{visit}", visit()) + "]"));
            case "listClinics" -> ask(HttpMethod.GET, "/clinics");
            case "listClosures" -> manage(HttpMethod.GET, "/closures", null);
            case "closeTime" -> manage(HttpMethod.PUT, "/closures/" + UUID.randomUUID(), JsonBody.CLOSURE);
            case "openTime" -> manage(HttpMethod.DELETE, "/closures/" + UUID.randomUUID(), null);
            case "findOpeningHours" -> manage(HttpMethod.GET, "/opening-hours", null);
            case "replaceOpeningHours" -> change(manage(HttpMethod.PUT, "/opening-hours", JsonBody.OPENING_HOURS));
            case "findPolicy" -> manage(HttpMethod.GET, "/policy", null);
            case "replacePolicy" -> change(manage(HttpMethod.PUT, "/policy", JsonBody.POLICY));
            case "searchOpenings" -> send("/openings", JsonBody.OPENINGS);
            case "holdTime" -> send("/holds", JsonBody.HOLD);
            case "findHold" -> holding(HttpMethod.GET, "");
            case "extendHold" -> holding(HttpMethod.POST, "/extension");
            case "releaseHold" -> holding(HttpMethod.DELETE, "");
            case "bookAppointment" -> booking();
            case "listAppointments" -> ask(HttpMethod.GET, "/appointments?limit=1");
            case "findAppointment" -> ask(HttpMethod.GET, "/appointments/" + visit());
            case "cancelAppointment" -> change(ask(HttpMethod.POST, "/appointments/" + visit() + "/cancellation"));
            case "moveAppointment" -> change(send("/appointments/" + visit() + "/move", JsonBody.MOVE));
            case "joinWaitingList" -> keyed(send("/waiting-list", JsonBody.WAITING));
            case "listWaiting" -> ask(HttpMethod.GET, "/waiting-list");
            case "findWaiting" ->
                ask(HttpMethod.GET, "/waiting-list/" + offered().waiting());
            case "leaveWaitingList" ->
                ask(HttpMethod.DELETE, "/waiting-list/" + offered().waiting());
            case "listWaitingOffers" ->
                ask(HttpMethod.GET, "/waiting-list/" + offered().waiting() + "/offers");
            case "findWaitingOffer" ->
                ask(HttpMethod.GET, "/waiting-list/offers/" + offered().id());
            case "acceptWaitingOffer" ->
                ask(HttpMethod.POST, "/waiting-list/offers/" + offered().id() + "/acceptance");
            case "declineWaitingOffer" ->
                ask(HttpMethod.POST, "/waiting-list/offers/" + offered().id() + "/refusal");
            case "listLine" -> {
                offered();
                yield manage(HttpMethod.GET, "/waiting-list", null);
            }
            case "addToLine" -> {
                visit();
                yield keyed(manage(
                        HttpMethod.POST,
                        "/waiting-list",
                        JsonBody.DESK_WAITING.with(
                                "patientId", '"' + patient.id().toString() + '"')));
            }
            case "planCourse" -> send("/course-plans", JsonBody.OPENINGS);
            case "beginCourse" -> beginning();
            case "listCourses" -> ask(HttpMethod.GET, "/courses");
            case "findCourse" -> ask(HttpMethod.GET, "/courses/" + course());
            case "planOpenVisits" -> ask(HttpMethod.POST, "/courses/" + course() + "/plans");
            case "bookCourseVisits" -> change(send("/courses/" + course() + "/visits", JsonBody.COURSE_VISITS));
            case "extendCourse" -> change(send("/courses/" + course() + "/extension", JsonBody.PHASE));
            case "skipCourseVisit" -> change(send("/courses/" + course() + "/skip", JsonBody.SKIP));
            case "stopCourse" -> change(ask(HttpMethod.POST, "/courses/" + course() + "/stop"));
            case "recordReferral" -> referring();
            case "listReferrals" -> ask(HttpMethod.GET, "/referrals");
            default -> throw new AssertionError("nothing here calls " + operation + ": add it");
        };
    }

    private RequestBodySpec step(String name, @Nullable JsonBody body) {
        var visit = scene.readyFor(name, patient, clinic, therapist, Scene.TUESDAY_TEN.plus(LATER));
        var request =
                caller.as(Scene.DESK).method(HttpMethod.POST).uri(API + "/appointments/" + visit.id() + "/" + name);
        request.header(HttpHeaders.IF_MATCH, "\"" + visit.version() + "\"");
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body.json());
        }
        return request;
    }

    private RequestBodySpec asDesk(String path, JsonBody body) {
        var json = body.json()
                .replace("{clinic}", clinic.id().toString())
                .replace("{therapist}", therapist.id().toString())
                .replace("{room}", clinic.rooms().getFirst().id().toString());
        var request = caller.as(Scene.DESK).method(HttpMethod.POST).uri(API + path);
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        request.contentType(MediaType.APPLICATION_JSON).bodyValue(json);
        return request;
    }

    private RequestBodySpec beginning() {
        var request = send("/courses", JsonBody.COURSE);
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        return request;
    }

    private String course() {
        var location = beginning()
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        return String.valueOf(location).replaceAll(".*/", "");
    }

    private RequestBodySpec referring() {
        scene.booked(patient, clinic, therapist, Scene.TUESDAY_TEN);
        var json = JsonBody.REFERRAL.json().replace("{patient}", patient.id().toString());
        var request = caller.as(Scene.DESK).method(HttpMethod.PUT).uri(API + "/referrals/" + UUID.randomUUID());
        request.contentType(MediaType.APPLICATION_JSON).bodyValue(json);
        return request;
    }

    private RequestBodySpec booking() {
        return keyed(send("/appointments", JsonBody.BOOKING));
    }

    private static RequestBodySpec keyed(RequestBodySpec request) {
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        return request;
    }

    /** What the patient is offered by day. */
    private OfferMade offered() {
        clock.advance(LATER);
        return line.offered(patient, clinic);
    }

    private RequestBodySpec holding(HttpMethod method, String what) {
        send("/holds", JsonBody.HOLD).exchange().expectStatus().isCreated();
        return ask(method, "/holds/current" + what);
    }

    private String visit() {
        return scene.booked(patient, clinic, therapist, Scene.TUESDAY_TEN.plus(LATER))
                .id()
                .toString();
    }

    private RequestBodySpec manage(HttpMethod method, String what, @Nullable JsonBody body) {
        var request = caller.as(new Actor.Manager(AccountId.random()))
                .method(method)
                .uri(API + "/clinics/" + clinic.id() + what);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body.json());
        }
        return request;
    }

    private RequestBodySpec ask(HttpMethod method, String path) {
        return caller.as(patient).method(method).uri(API + path);
    }

    private RequestBodySpec send(String path, JsonBody body) {
        var json = body.json()
                .replace("{clinic}", clinic.id().toString())
                .replace("{therapist}", therapist.id().toString());
        var request = ask(HttpMethod.POST, path);
        request.contentType(MediaType.APPLICATION_JSON).bodyValue(json);
        return request;
    }

    private static RequestBodySpec change(RequestBodySpec request) {
        request.header(HttpHeaders.IF_MATCH, "\"1\"");
        return request;
    }
}
