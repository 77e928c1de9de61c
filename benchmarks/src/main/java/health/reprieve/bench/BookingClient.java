package health.reprieve.bench;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.local.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to booking-service as the front door does, with tokens signed by the local system's own key. */
record BookingClient(HttpClient http, InnerTokenSigner signer, String booking, URI mailbox) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> CLINICS =
            List.of("a1a1a1a1-0000-4000-8000-000000000001", "a1a1a1a1-0000-4000-8000-000000000002");

    /** Each demo clinic has so many. */
    private static final int ROOMS = 3;

    /** A visit of an hour and the rest after it. */
    private static final Duration APART = Duration.ofMinutes(75);

    /** A time that can be booked beside all others of the list. */
    record Opening(String clinic, String therapist, Instant start) {

        /** Of such starts no two visits overlap without being at the same time. */
        boolean isOnCoarseGrid() {
            return start.getEpochSecond() % APART.toSeconds() == 0;
        }
    }

    record Booked(String address, Instant sentAt) {}

    static BookingClient of(Settings settings) throws IOException {
        var key = Files.readString(settings.directory().resolve("keys").resolve("inner-tokens.jwk"));
        return new BookingClient(
                HttpClient.newHttpClient(),
                InnerTokenSigner.of(key),
                "http://127.0.0.1:" + settings.ports().booking(),
                settings.mailbox());
    }

    /** As many as can be had, in order of time. */
    List<Opening> openings(int most) throws IOException, InterruptedException {
        var found = new ArrayList<Opening>();
        for (var clinic : CLINICS) {
            String from = "";
            do {
                var search = from.isEmpty()
                        ? Map.of("clinicId", clinic, "condition", "NECK_PAIN")
                        : Map.of("clinicId", clinic, "condition", "NECK_PAIN", "from", from);
                var page = post("/api/v1/booking/openings", search, patient());
                page.path("days")
                        .forEach(day -> day.path("times").forEach(time -> addIfFree(found, opening(clinic, time))));
                from = page.path("next").asString("");
            } while (!from.isEmpty());
        }
        found.sort(Comparator.comparing(Opening::start));
        return found.subList(0, Math.min(most, found.size()));
    }

    private static Opening opening(String clinic, JsonNode time) {
        return new Opening(
                clinic,
                time.path("therapistId").asString(),
                Instant.parse(time.path("start").asString()));
    }

    private static void addIfFree(List<Opening> found, Opening opening) {
        var meanwhile = found.stream()
                .filter(other -> other.start.equals(opening.start))
                .toList();
        if (opening.isOnCoarseGrid()
                && meanwhile.stream().noneMatch(other -> other.therapist.equals(opening.therapist))
                && meanwhile.stream()
                                .filter(other -> other.clinic.equals(opening.clinic))
                                .count()
                        < ROOMS) {
            found.add(opening);
        }
    }

    Booked book(Opening opening) throws IOException, InterruptedException {
        var patient = patient();
        var sentAt = Instant.now();
        var form = Map.of(
                "clinicId",
                opening.clinic,
                "therapistId",
                opening.therapist,
                "start",
                opening.start.toString(),
                "condition",
                "NECK_PAIN",
                "name",
                "Bench Patient",
                "language",
                "en");
        post("/api/v1/booking/appointments", form, patient);
        return new Booked(patient.email().value(), sentAt);
    }

    /** When the first mail to each address arrived. */
    Map<String, Instant> mails() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(mailbox + "/api/mails")).build();
        var listing = JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        var arrivals = new HashMap<String, Instant>();
        for (var mail : listing) {
            arrivals.merge(
                    mail.path("to").asString(),
                    Instant.parse(mail.path("receivedAt").asString()),
                    (a, b) -> a.isBefore(b) ? a : b);
        }
        return arrivals;
    }

    private JsonNode post(String path, Map<String, String> body, Actor.Patient patient)
            throws IOException, InterruptedException {
        var token = signer.sign(new InnerIdentity(patient, null), "booking", Instant.now());
        var request = HttpRequest.newBuilder(URI.create(booking + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private static Actor.Patient patient() {
        var id = PatientId.random();
        return new Actor.Patient(id, new MailAddress("bench-" + id + "@example.org"), BrowserId.random());
    }
}
