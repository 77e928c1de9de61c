package health.reprieve.booking.probe.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.AppointmentNews;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.probe.Ground;
import health.reprieve.booking.probe.Grounds;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresGrounds implements Grounds {

    private static final String DRAW = """
            INSERT INTO probe_ground (clinic_id, room_id, therapist_id, patient_id)
            VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid())
            ON CONFLICT DO NOTHING
            """;

    private static final String FIND = "SELECT clinic_id, room_id, therapist_id, patient_id FROM probe_ground";

    // Known before the first booking, so that booking tells nobody of a new patient.
    private static final String KNOW_PATIENT = """
            INSERT INTO patient (id, version, name, email, language, zone)
            VALUES (:id, 1, :name, :email, :language, :zone) ON CONFLICT DO NOTHING
            """;

    // By the patient, since that is what there is an index for.
    private static final String TIDY = """
            WITH old AS (
                DELETE FROM appointment WHERE patient_id = :patient AND (id = :cancelled OR booked_at < :diedBefore)
                RETURNING id),
            freed AS (
                DELETE FROM reservation WHERE appointment_id IN (SELECT id FROM old) AND status = 'RELEASED'),
            left_behind AS (
                DELETE FROM reservation WHERE appointment_id IN (SELECT id FROM old) AND status IN ('REQUESTED', 'BOOKED')),
            told AS (
                DELETE FROM outbox WHERE topic = :topic AND published_at IS NOT NULL
                    AND (key IN (SELECT id::text FROM old) OR published_at < :diedBefore))
            DELETE FROM idempotency_key WHERE scope = :scope AND appointment_id IN (SELECT id FROM old)
            """;

    private final Clinics clinics;
    private final KnownTherapists therapists;
    private final Database database;

    PostgresGrounds(Clinics clinics, KnownTherapists therapists, Database database) {
        this.clinics = clinics;
        this.therapists = therapists;
        this.database = database;
    }

    @Override
    public Mono<Ground> layOut() {
        return database.transaction(client -> client.sql(DRAW)
                .then()
                .then(client.sql(FIND).map(PostgresGrounds::ground).one())
                .delayUntil(ground -> clinics.save(ground.clinic()))
                .delayUntil(ground -> therapists.keep(ground.therapist()))
                .delayUntil(ground -> knowPatient(client, ground)));
    }

    private static Mono<Void> knowPatient(DatabaseClient client, Ground ground) {
        var patient = ground.patient();
        return client.sql(KNOW_PATIENT)
                .bind("id", patient.id().value())
                .bind("name", patient.name())
                .bind("email", patient.email().value())
                .bind("language", patient.language())
                .bind("zone", patient.zone().getId())
                .then();
    }

    @Override
    public Mono<Void> tidy(Ground ground, @Nullable AppointmentId cancelled, Instant diedBefore) {
        return database.one(client -> {
            var tidy = client.sql(TIDY)
                    .bind("patient", ground.patientId().value())
                    .bind("scope", "patient:" + ground.patientId())
                    .bind("topic", AppointmentNews.HIDDEN_TOPIC)
                    .bind("diedBefore", diedBefore);
            return (cancelled == null
                            ? tidy.bindNull("cancelled", UUID.class)
                            : tidy.bind("cancelled", cancelled.value()))
                    .then();
        });
    }

    private static Ground ground(Readable row) {
        return new Ground(
                new ClinicId(id(row, "clinic_id")),
                new RoomId(id(row, "room_id")),
                new TherapistId(id(row, "therapist_id")),
                new PatientId(id(row, "patient_id")));
    }

    private static UUID id(Readable row, String column) {
        return requireNonNull(row.get(column, UUID.class), column);
    }
}
