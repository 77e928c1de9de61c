package health.reprieve.booking;

import health.reprieve.access.matrix.Operation;
import health.reprieve.booking.clinic.Clinic;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;

/** What to send to each operation of the matrix, so that it is done. A new operation that changes something is given a body here. */
@TestComponent
class MatrixBodies {

    private static final Pattern WITHOUT_BODY = Pattern.compile(
            ".*/(check-in|start|completion|no-show|approval|decline|cancellation|extension|acceptance|refusal)");
    private static final Instant START = Scene.TUESDAY_TEN.plus(Duration.ofHours(5));

    private final Scene scene;

    MatrixBodies(Scene scene) {
        this.scene = scene;
    }

    /** What follows the path. */
    static String query(Operation operation, MatrixSubject subject) {
        var pattern = operation.path().getPatternString();
        if (pattern.endsWith("/treatments") || pattern.endsWith("/reassignments")) {
            return "?clinicId=" + subject.clinic().id();
        }
        return operation.method().equals(HttpMethod.GET)
                        && (pattern.endsWith("/courses") || pattern.endsWith("/referrals"))
                ? "?patientId=" + UUID.randomUUID()
                : "";
    }

    @Nullable String body(Operation operation, MatrixSubject subject) {
        if (!Set.of(HttpMethod.POST, HttpMethod.PUT).contains(operation.method())) {
            return null;
        }
        var pattern = operation.path().getPatternString();
        if (!pattern.startsWith("/api/")) {
            return form(pattern, subject);
        }
        var path = pattern.substring("/api/v1/booking".length());
        if (path.startsWith("/clinics/")) {
            return aboutClinics(path);
        }
        if (path.startsWith("/course") || path.startsWith("/referrals")) {
            return aboutCourses(path, subject);
        }
        return aboutVisits(path, subject);
    }

    private static String form(String path, MatrixSubject subject) {
        return switch (path) {
            case "/book" ->
                "clinic=%s&condition=NECK_PAIN".formatted(subject.clinic().id());
            case "/book/hold" -> "time=%s@%s".formatted(subject.therapist().id(), START);
            case "/book/you", "/book/you/longer" -> "name=Rosa&email=rosa@example.org";
            case "/book/confirm" -> "hold=" + UUID.randomUUID();
            case "/visits/{id}/cancel" -> "version=1";
            case "/waiting-list/join" -> "weeks=2&name=Rosa";
            case "/book/check/longer",
                    "/waiting-list/{id}/leave",
                    "/waiting-list/offers/{id}/accept",
                    "/waiting-list/offers/{id}/decline" -> "";
            default -> throw nothingFor(path);
        };
    }

    private String aboutClinics(String path) {
        return switch (path) {
            case "/clinics/{clinic}/closures/{closure}" ->
                "{\"firstDay\":\"2027-03-02\",\"lastDay\":\"2027-03-02\",\"reason\":\"REPAIR\"}";
            case "/clinics/{clinic}/opening-hours" -> "{\"spans\":[]}";
            case "/clinics/{clinic}/policy" -> "{}";
            case "/clinics/{clinic}/waiting-list" ->
                waiting("patientId", scene.knownPatient().id());
            default -> throw nothingFor(path);
        };
    }

    private String aboutCourses(String path, MatrixSubject subject) {
        return switch (path) {
            case "/course-plans" -> "{%s}".formatted(search(subject.clinic()));
            case "/courses" ->
                "{%s,\"firstDay\":\"2027-03-02\",\"visits\":[],\"name\":\"Rosa\",\"language\":\"en\",\"patientId\":\"%s\"}"
                        .formatted(
                                search(subject.clinic()), scene.knownPatient().id());
            case "/courses/{id}/plans", "/courses/{id}/stop" -> "{}";
            case "/courses/{id}/visits" ->
                "{\"visits\":[{\"place\":4,\"start\":\"%s\",\"therapistId\":\"%s\"}]}"
                        .formatted(
                                START.plus(Duration.ofDays(9)),
                                subject.therapist().id());
            case "/courses/{id}/extension" -> "{\"perWeek\":1,\"visits\":2}";
            case "/courses/{id}/skip" -> "{\"place\":2}";
            case "/referrals/{referral}" ->
                "{\"patientId\":\"%s\",\"visits\":12,\"firstDay\":\"2027-03-01\",\"days\":90}"
                        .formatted(scene.knownPatient().id());
            default -> throw nothingFor(path);
        };
    }

    private String aboutVisits(String path, MatrixSubject subject) {
        var clinic = subject.clinic();
        return switch (path) {
            case "/openings" -> "{%s}".formatted(search(clinic));
            case "/holds" -> "{%s}".formatted(wish(subject));
            case "/appointments" -> "{%s,\"name\":\"Rosa\",\"language\":\"en\"}".formatted(wish(subject));
            case "/appointments/{id}/move" -> "{\"start\":\"%s\"}".formatted(START);
            case "/appointments/{id}/correction" -> "{\"note\":\"a wrong click\"}";
            case "/appointments/{id}/reassignment" -> "{}";
            case "/moves" -> moves();
            case "/room-use" ->
                "{\"clinicId\":\"%s\",\"roomId\":\"%s\",\"inUse\":true}"
                        .formatted(clinic.id(), clinic.rooms().getFirst().id());
            case "/desk-bookings" ->
                "{%s,\"name\":\"Rosa\",\"email\":\"p%s@example.org\",\"language\":\"en\"}"
                        .formatted(wish(subject), UUID.randomUUID());
            case "/end-of-day" -> "{\"clinicId\":\"%s\",\"date\":\"2027-03-01\"}".formatted(clinic.id());
            case "/waiting-list" ->
                waiting("clinicId", clinic.id()).replace("}", ",\"name\":\"Rosa\",\"language\":\"en\"}");
            default -> {
                if (WITHOUT_BODY.matcher(path).matches()) {
                    yield "";
                }
                throw nothingFor(path);
            }
        };
    }

    /** Of a visit elsewhere, so that it can be there each time. */
    private String moves() {
        var elsewhere = scene.clinic(1);
        var visit = scene.booked(Scene.patient(), elsewhere, scene.therapist(elsewhere), Scene.TUESDAY_TEN);
        return "{\"visits\":[{\"id\":\"%s\",\"version\":1,\"start\":\"%s\"}]}".formatted(visit.id(), START);
    }

    private static String search(Clinic clinic) {
        return "\"clinicId\":\"%s\",\"condition\":\"NECK_PAIN\"".formatted(clinic.id());
    }

    private static String wish(MatrixSubject subject) {
        return "%s,\"therapistId\":\"%s\",\"start\":\"%s\""
                .formatted(search(subject.clinic()), subject.therapist().id(), START);
    }

    private static String waiting(String what, Object id) {
        return "{\"%s\":\"%s\",\"condition\":\"NECK_PAIN\",\"firstDay\":\"2027-03-02\",\"lastDay\":\"2027-03-09\"}"
                .formatted(what, id);
    }

    private static AssertionError nothingFor(String path) {
        return new AssertionError("no body for " + path + ": write one here");
    }
}
