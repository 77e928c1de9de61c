package health.reprieve.booking.course.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Stage;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.course.Course;
import health.reprieve.booking.course.CourseId;
import health.reprieve.booking.course.CourseVisit;
import health.reprieve.booking.course.Dose;
import health.reprieve.booking.course.Phase;
import health.reprieve.booking.course.ReferralId;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A course as one row: its visits stand in arrays beside each other. */
final class CourseRow {

    static final String SELECT = """
            SELECT course.id, course.version, patient_id, course.clinic_id, clinic.zone, treatment_id, condition, therapist_id,
                   referral_id, minutes, per_week, visits, most_apart, pauses, least_apart, review_after, first_day, skipped,
                   started_at, stopped_at, places, visit_ids, visit_versions, stages, starts, ends, treating, names
              FROM course
              JOIN clinic ON clinic.id = course.clinic_id
              CROSS JOIN LATERAL (
                  SELECT coalesce(array_agg(course_place ORDER BY starts_at, v.id), '{}') AS places,
                         coalesce(array_agg(v.id ORDER BY starts_at, v.id), '{}') AS visit_ids,
                         coalesce(array_agg(v.version ORDER BY starts_at, v.id), '{}') AS visit_versions,
                         coalesce(array_agg(status ORDER BY starts_at, v.id), '{}') AS stages,
                         coalesce(array_agg(starts_at ORDER BY starts_at, v.id), '{}') AS starts,
                         coalesce(array_agg(ends_at ORDER BY starts_at, v.id), '{}') AS ends,
                         coalesce(array_agg(v.therapist_id ORDER BY starts_at, v.id), '{}') AS treating,
                         coalesce(array_agg(name ORDER BY starts_at, v.id), '{}') AS names
                    FROM appointment v JOIN known_therapist ON known_therapist.id = v.therapist_id
                   WHERE course_id = course.id) AS visit
            """;

    private final Readable row;

    private CourseRow(Readable row) {
        this.row = row;
    }

    static Course of(Readable row) {
        return new CourseRow(row).course();
    }

    private Course course() {
        var therapist = row.get("therapist_id", UUID.class);
        var referral = row.get("referral_id", UUID.class);
        return new Course(
                new CourseId(get("id", UUID.class)),
                get("version", Long.class),
                new PatientId(get("patient_id", UUID.class)),
                new ClinicId(get("clinic_id", UUID.class)),
                ZoneId.of(get("zone", String.class)),
                new TreatmentId(get("treatment_id", UUID.class)),
                Condition.valueOf(get("condition", String.class)),
                therapist == null ? null : new TherapistId(therapist),
                referral == null ? null : new ReferralId(referral),
                dose(),
                get("first_day", LocalDate.class),
                Set.of(get("skipped", Integer[].class)),
                get("started_at", Instant.class),
                row.get("stopped_at", Instant.class),
                visits());
    }

    private Dose dose() {
        var perWeek = get("per_week", Integer[].class);
        var visits = get("visits", Integer[].class);
        var mostApart = get("most_apart", Integer[].class);
        var pauses = get("pauses", Integer[].class);
        var phases = IntStream.range(0, perWeek.length)
                .mapToObj(i -> new Phase(perWeek[i], visits[i], mostApart[i], pauses[i]))
                .toList();
        return new Dose(
                Duration.ofMinutes(get("minutes", Integer.class)),
                phases,
                Duration.ofMinutes(get("least_apart", Integer.class)),
                List.of(get("review_after", Integer[].class)));
    }

    private List<CourseVisit> visits() {
        var places = get("places", Integer[].class);
        var ids = get("visit_ids", UUID[].class);
        var versions = get("visit_versions", Long[].class);
        var stages = get("stages", String[].class);
        var starts = get("starts", Instant[].class);
        var ends = get("ends", Instant[].class);
        var therapists = get("treating", UUID[].class);
        var names = get("names", String[].class);
        return IntStream.range(0, places.length)
                .mapToObj(i -> new CourseVisit(
                        places[i],
                        new AppointmentId(ids[i]),
                        versions[i],
                        Stage.valueOf(stages[i]),
                        new TimeRange(starts[i], ends[i]),
                        new Appointment.Treating(new TherapistId(therapists[i]), names[i])))
                .toList();
    }

    private <T> T get(String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
