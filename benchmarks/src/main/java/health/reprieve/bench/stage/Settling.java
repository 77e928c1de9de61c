package health.reprieve.bench.stage;

import health.reprieve.outbox.CloudEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Puts a population where booking-service finds it: the clinics into its tables, the therapists onto the topic it hears. */
record Settling(Population population, Connection booking, String kafka) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    void settle() throws SQLException, InterruptedException, ExecutionException {
        makeClinics();
        sendTherapists();
        awaitHeard();
        try (var statement = booking.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private void makeClinics() throws SQLException {
        try (var clinics = booking.prepareStatement("""
                        INSERT INTO clinic (id, name, alias, state, zone, address, phone)
                        VALUES (?, 'Bench', 'Bench', '%s', '%s', 'Bench', '+1 520 555 0100')
                        """.formatted(Population.STATE, Population.ZONE));
                var rooms = booking.prepareStatement("INSERT INTO room (id, clinic_id, name) VALUES (?, ?, ?)")) {
            for (int clinic = 0; clinic < population.clinics(); clinic++) {
                clinics.setObject(1, population.clinic(clinic).value());
                clinics.execute();
                for (int room = 0; room < population.rooms(); room++) {
                    rooms.setObject(1, population.room(clinic, room).value());
                    rooms.setObject(2, population.clinic(clinic).value());
                    rooms.setString(3, "Room %04d".formatted(room));
                    rooms.addBatch();
                }
                rooms.executeBatch();
            }
        }
    }

    private void sendTherapists() throws InterruptedException, ExecutionException {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = population
                    .workers()
                    .map(worker -> producer.send(new ProducerRecord<>(
                            "therapist-states", worker.therapist().toString(), event(worker))))
                    .toList();
            for (var one : sent) {
                one.get();
            }
        }
    }

    private String event(Population.Worker worker) {
        var now = Instant.now();
        return new CloudEvent(
                        UUID.randomUUID(),
                        "/therapist",
                        "health.reprieve.therapist-state.changed.v1",
                        worker.therapist().toString(),
                        now,
                        1,
                        null,
                        JSON.valueToTree(Map.of("therapist", therapist(worker, now))))
                .toJson();
    }

    private Map<String, Object> therapist(Population.Worker worker, Instant now) {
        return Map.of(
                "id",
                worker.therapist().value(),
                "version",
                1,
                "name",
                "Bench Therapist",
                "retired",
                false,
                "languages",
                List.of("en", "es"),
                "techniques",
                List.of("SWED", "NMT", "MFR"),
                "contactEmail",
                "therapist@example.org",
                "credentials",
                List.of(credential(now)),
                "places",
                List.of(Map.of("clinicId", worker.clinic().value(), "weeklyHours", weeklyHours())),
                "exceptions",
                List.of());
    }

    private static Map<String, Object> credential(Instant now) {
        return Map.of(
                "id",
                UUID.randomUUID(),
                "jurisdiction",
                Population.STATE,
                "kind",
                "LICENSE",
                "number",
                "MT-1",
                "status",
                "ACTIVE",
                "treatsDiagnosedConditions",
                true,
                "mayPractise",
                List.of(Map.of("from", now.minus(Duration.ofDays(400)), "until", now.plus(Duration.ofDays(400)))),
                "verifiedAt",
                now,
                "verificationGoodUntil",
                now.plus(Duration.ofDays(30)));
    }

    private List<Map<String, Object>> weeklyHours() {
        return Stream.of(DayOfWeek.values())
                .map(day ->
                        Map.<String, Object>of("day", day, "from", population.opens(), "until", population.closes()))
                .toList();
    }

    private void awaitHeard() throws SQLException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (Rows.count(booking, "SELECT count(*) FROM known_therapist_place") < population.size()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("booking-service did not hear of all therapists in " + PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
