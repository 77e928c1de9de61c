package health.reprieve.booking.course.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.PatientId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.course.Course;
import health.reprieve.booking.course.Shortfalls;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresShortfalls implements Shortfalls {

    // One row, however many there are: side by side in arrays.
    private static final String AT = """
            SELECT coalesce(array_agg(patient_id), '{}') AS patients, coalesce(array_agg(condition), '{}') AS conditions,
                   coalesce(array_agg(treatment_id), '{}') AS treatments, coalesce(array_agg(is_default), '{}') AS defaults,
                   coalesce(array_agg(length), '{}') AS lengths, coalesce(array_agg(apart), '{}') AS aparts,
                   coalesce(array_agg(lacking), '{}') AS lacking
              FROM (
                  SELECT patient_id, condition, treatment_id, is_default, course.minutes AS length,
                         max(least_apart) AS apart,
                         least(8, sum(CASE WHEN begun THEN planned.places - settled.places ELSE 0 END))::int AS lacking
                    FROM course
                    JOIN treatment ON treatment.id = treatment_id
                    CROSS JOIN LATERAL (
                        SELECT sum(many)::int AS places, sum(ceil(many / often::numeric) + pause)::int AS weeks
                          FROM unnest(visits, per_week, pauses) AS phase (many, often, pause)) AS planned
                    CROSS JOIN LATERAL (
                        SELECT count(*) AS places, bool_or(stands) AS begun FROM (
                            SELECT course_place, true AS stands FROM appointment
                             WHERE course_id = course.id AND status NOT IN ('CANCELLED', 'MISSED')
                            UNION ALL
                            SELECT place, false FROM unnest(skipped) AS skip (place)
                             WHERE NOT EXISTS (SELECT FROM appointment
                                                WHERE course_id = course.id AND course_place = place
                                                  AND status NOT IN ('CANCELLED', 'MISSED'))) AS place) AS settled
                   WHERE patient_id = ANY(CAST(:patients AS uuid[])) AND course.clinic_id = :clinic AND stopped_at IS NULL
                     AND planned.places > settled.places AND first_day + 7 * planned.weeks + :days > :today
                   GROUP BY patient_id, condition, treatment_id, is_default, course.minutes) AS alike
            """;

    private final Database database;

    PostgresShortfalls(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Shortfall>> at(ClinicId clinic, Set<PatientId> patients, LocalDate today) {
        return database.one(client -> client.sql(AT)
                .bind("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .bind("clinic", clinic.value())
                .bind("days", Course.COUNTS_FOR_DAYS)
                .bind("today", today)
                .map(PostgresShortfalls::all)
                .one());
    }

    private static List<Shortfall> all(Readable row) {
        var patients = get(row, "patients", UUID[].class);
        var conditions = get(row, "conditions", String[].class);
        var treatments = get(row, "treatments", UUID[].class);
        var defaults = get(row, "defaults", Boolean[].class);
        var lengths = get(row, "lengths", Integer[].class);
        var aparts = get(row, "aparts", Integer[].class);
        var lacking = get(row, "lacking", Integer[].class);
        return IntStream.range(0, patients.length)
                .mapToObj(i -> new Shortfall(
                        new PatientId(patients[i]),
                        Condition.valueOf(conditions[i]),
                        new TreatmentId(treatments[i]),
                        defaults[i],
                        Duration.ofMinutes(lengths[i]),
                        Duration.ofMinutes(aparts[i]),
                        lacking[i]))
                .toList();
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
