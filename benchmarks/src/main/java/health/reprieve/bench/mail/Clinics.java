package health.reprieve.bench.mail;

import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.bench.load.Caller;
import health.reprieve.bench.load.Line;
import health.reprieve.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo clinics of a local system and its mailbox, from the outside. */
record Clinics(InnerTokenSigner signer, int booking, int mailbox) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> IDS =
            List.of("a1a1a1a1-0000-4000-8000-000000000001", "a1a1a1a1-0000-4000-8000-000000000002");

    /** Each has so many. */
    private static final int ROOMS = 3;

    /** A visit of an hour and the rest after it. */
    private static final Duration APART = Duration.ofMinutes(75);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A time that can be booked beside all others of the list. */
    record Opening(String clinic, String therapist, Instant start) {

        /** Of such starts no two visits overlap without being at the same time. */
        boolean isOnCoarseGrid() {
            return start.getEpochSecond() % APART.toSeconds() == 0;
        }

        String wish() {
            return JSON.writeValueAsString(Map.of(
                    "clinicId",
                    clinic,
                    "therapistId",
                    therapist,
                    "start",
                    start.toString(),
                    "condition",
                    "NECK_PAIN",
                    "name",
                    "Bench Patient",
                    "language",
                    "en"));
        }
    }

    static Clinics of(Settings settings) throws IOException {
        var key = Files.readString(settings.directory().resolve("keys").resolve("inner-tokens.jwk"));
        return new Clinics(
                InnerTokenSigner.of(key),
                settings.ports().booking(),
                settings.ports().mailbox());
    }

    /** As many as can be had, in order of time. */
    List<Opening> openings(int most) throws IOException {
        var found = new ArrayList<Opening>();
        for (var clinic : IDS) {
            String from = "";
            do {
                var search = from.isEmpty()
                        ? Map.of("clinicId", clinic, "condition", "NECK_PAIN")
                        : Map.of("clinicId", clinic, "condition", "NECK_PAIN", "from", from);
                var page = search(search);
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

    private JsonNode search(Map<String, String> search) throws IOException {
        try (var line = Line.to(booking, PATIENCE)) {
            var answer = line.ask(new Caller(signer).post("openings", JSON.writeValueAsString(search)));
            if (answer.status() != 200) {
                throw new IOException("a search was answered %d: %s".formatted(answer.status(), answer.text()));
            }
            return JSON.readTree(answer.text());
        }
    }

    /** The status of the answer. */
    int book(Caller patient, Opening opening) throws IOException {
        try (var line = Line.to(booking, PATIENCE)) {
            return line.ask(patient.post("appointments", opening.wish())).status();
        }
    }

    /** When the first mail to each address arrived; only the last five hundred mails are known. */
    Map<String, Instant> mails() throws IOException {
        try (var line = Line.to(mailbox, PATIENCE)) {
            var arrivals = new HashMap<String, Instant>();
            for (var mail : JSON.readTree(line.ask(Caller.get("/api/mails")).text())) {
                arrivals.merge(
                        mail.path("to").asString(),
                        Instant.parse(mail.path("receivedAt").asString()),
                        (a, b) -> a.isBefore(b) ? a : b);
            }
            return arrivals;
        }
    }
}
