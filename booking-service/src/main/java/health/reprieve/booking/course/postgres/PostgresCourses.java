package health.reprieve.booking.course.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.BeyondCourse;
import health.reprieve.booking.appointment.RequestKey;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.course.Course;
import health.reprieve.booking.course.CourseId;
import health.reprieve.booking.course.CourseRefused;
import health.reprieve.booking.course.Courses;
import health.reprieve.booking.course.Phase;
import health.reprieve.booking.course.ReferralId;
import health.reprieve.database.Database;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresCourses implements Courses {

    private static final int MOST_COURSES = 50;

    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(:patient, 4))";

    private static final String NOTE = """
            INSERT INTO course_change (course_id, version, at, by_kind, by_id, step, note)
            SELECT id, CAST(:version AS bigint), CAST(:at AS timestamptz), :byKind, CAST(:byId AS uuid), :step,
                   CAST(:note AS text)
            """;

    private static final String LOCK = "SELECT id FROM course WHERE id = :id AND ";

    // at most one of them goes on; the others are over, though nobody stopped them
    private static final String GOING_ON = """
            SELECT id FROM course
             WHERE patient_id = :patient AND clinic_id = :clinic AND condition = :condition AND stopped_at IS NULL
             ORDER BY started_at DESC, id LIMIT 20 FOR UPDATE
            """;

    private static final String ADD = """
            WITH made AS (
                INSERT INTO course (id, version, patient_id, clinic_id, treatment_id, condition, therapist_id, referral_id,
                                    minutes, per_week, visits, most_apart, pauses, least_apart, review_after, first_day,
                                    started_at, request_scope, request_key, request_hash)
                VALUES (:id, :version, :patient, :clinic, :treatment, :condition, :therapist, :referral,
                        :minutes, :perWeek, :visits, :mostApart, :pauses, :leastApart, :reviewAfter, :firstDay,
                        :startedAt, :scope, :requestKey, :requestHash)
                ON CONFLICT (request_scope, request_key) DO NOTHING RETURNING id)
            %s FROM made
            """.formatted(NOTE);

    private static final String SAVE = """
            WITH changed AS (
                UPDATE course
                   SET version = :version, per_week = :perWeek, visits = :visits, most_apart = :mostApart, pauses = :pauses,
                       skipped = :skipped,
                       stopped_at = :stoppedAt
                 WHERE id = :id AND version = :version - 1
                RETURNING id)
            %s FROM changed
            """.formatted(NOTE);

    private static final String CURRENT = "SELECT version FROM course WHERE id = :id";

    private static final String USE_OF =
            "SELECT id, request_hash FROM course WHERE request_scope = :scope AND request_key = :requestKey";

    private static final String JOIN = """
            UPDATE appointment SET course_id = :course, course_place = place
              FROM unnest(CAST(:visits AS uuid[]), CAST(:places AS int[])) AS joining (visit, place)
             WHERE appointment.id = visit
            """;

    private final Database database;

    PostgresCourses(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Course> find(Actor actor, CourseId id) {
        var visible = VisibleCourses.to(actor);
        var sql = CourseRow.SELECT + " WHERE course.id = :id AND " + visible.condition();
        return database.one(client -> visible.bind(client.sql(sql))
                .bind("id", id.value())
                .map(CourseRow::of)
                .one());
    }

    @Override
    public Mono<Course> lock(Actor actor, CourseId id) {
        var visible = VisibleCourses.to(actor);
        return database.one(client -> visible.bind(client.sql(LOCK + visible.condition() + " FOR UPDATE"))
                        .bind("id", id.value())
                        .mapValue(UUID.class)
                        .one())
                // in a statement of its own, which sees what the one before us did
                .flatMap(locked -> find(actor, id));
    }

    @Override
    public Mono<List<Course>> of(Actor actor, PatientId patient) {
        var visible = VisibleCourses.to(actor);
        var sql = CourseRow.SELECT + " WHERE patient_id = :patient AND " + visible.condition()
                + " ORDER BY started_at DESC, course.id LIMIT :most";
        return database.list(client -> visible.bind(client.sql(sql))
                .bind("patient", patient.value())
                .bind("most", MOST_COURSES)
                .map(CourseRow::of)
                .all());
    }

    @Override
    public Mono<List<Course>> notStopped(PatientId patient, ClinicId clinic, Condition condition) {
        return database.list(client -> client.sql(GOING_ON)
                        .bind("patient", patient.value())
                        .bind("clinic", clinic.value())
                        .bind("condition", condition.name())
                        .mapValue(UUID.class)
                        .all())
                .flatMapIterable(Function.identity())
                .concatMap(id -> one(new CourseId(id)))
                .collectList();
    }

    private Mono<Course> one(CourseId id) {
        return database.one(client -> client.sql(CourseRow.SELECT + " WHERE course.id = :id")
                .bind("id", id.value())
                .map(CourseRow::of)
                .one());
    }

    @Override
    public Mono<KeyUse> useOf(RequestKey key) {
        return database.one(client -> client.sql(USE_OF)
                .bind("scope", key.scope())
                .bind("requestKey", key.key())
                .map(row -> new KeyUse(
                        requireNonNull(row.get("request_hash", String.class)),
                        new CourseId(requireNonNull(row.get("id", UUID.class)))))
                .one());
    }

    @Override
    public Mono<Void> oneAtATime(PatientId patient) {
        return database.one(client -> client.sql(ONE_AT_A_TIME)
                .bind("patient", "courses of " + patient)
                .then());
    }

    @Override
    public Mono<Boolean> add(Course course, RequestKey key, Change change) {
        return database.one(client -> bind(client.sql(ADD), course, change)
                .bind("patient", course.patient().value())
                .bind("clinic", course.clinic().value())
                .bind("treatment", course.treatment().value())
                .bind("condition", course.condition().name())
                .bind("therapist", idOrNull(course.therapist(), TherapistId::value))
                .bind("referral", idOrNull(course.referral(), ReferralId::value))
                .bind("minutes", (int) course.dose().length().toMinutes())
                .bind("leastApart", (int) course.dose().leastApart().toMinutes())
                .bind("reviewAfter", course.dose().reviewAfter().toArray(Integer[]::new))
                .bind("firstDay", course.firstDay())
                .bind("startedAt", course.startedAt())
                .bind("scope", key.scope())
                .bind("requestKey", key.key())
                .bind("requestHash", key.requestHash())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1));
    }

    @Override
    public Mono<Void> save(Course course, Change change) {
        return database.one(client -> bind(client.sql(SAVE), course, change)
                        .bind("skipped", course.skipped().stream().sorted().toArray(Integer[]::new))
                        .bind("stoppedAt", orNull(course.stoppedAt(), Instant.class))
                        .fetch()
                        .rowsUpdated())
                .flatMap(rows -> rows == 1 ? Mono.empty() : stale(course.id()));
    }

    private Mono<Void> stale(CourseId id) {
        return database.one(client -> client.sql(CURRENT)
                        .bind("id", id.value())
                        .mapValue(Long.class)
                        .one())
                .flatMap(current -> Mono.error(new CourseRefused.VersionStale(current)));
    }

    /** What both writing statements say of a plan. */
    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, Course course, Change change) {
        return statement
                .bind("id", course.id().value())
                .bind("version", course.version())
                .bind("perWeek", phases(course, Phase::perWeek))
                .bind("visits", phases(course, Phase::visits))
                .bind("mostApart", phases(course, Phase::mostDaysApart))
                .bind("pauses", phases(course, Phase::pauseWeeks))
                .bind("at", change.at())
                .bind("byKind", change.by().kind().name())
                .bind("byId", orNull(change.by().id(), UUID.class))
                .bind("step", change.step())
                .bind("note", orNull(change.note(), String.class));
    }

    private static Integer[] phases(Course course, ToIntFunction<Phase> value) {
        return course.dose().phases().stream().mapToInt(value).boxed().toArray(Integer[]::new);
    }

    @Override
    public Mono<Void> join(Course course, Map<Integer, AppointmentId> visits) {
        var places = visits.keySet().stream().sorted().toList();
        return database.one(client -> client.sql(JOIN)
                        .bind("course", course.id().value())
                        .bind("places", places.toArray(Integer[]::new))
                        .bind(
                                "visits",
                                places.stream()
                                        .map(place -> requireNonNull(visits.get(place))
                                                .value())
                                        .toArray(UUID[]::new))
                        .then())
                .onErrorMap(PostgresCourses::beyondCourse);
    }

    private static Throwable beyondCourse(Throwable failure) {
        return Database.wordOfTheServer(failure)
                .flatMap(word -> BeyondCourse.of(word.getSqlState(), word.getMessage()))
                .<Throwable>map(beyond -> beyond)
                .orElse(failure);
    }

    private static <T> Parameter idOrNull(@Nullable T id, Function<T, UUID> value) {
        return orNull(id == null ? null : value.apply(id), UUID.class);
    }

    private static <T> Parameter orNull(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
