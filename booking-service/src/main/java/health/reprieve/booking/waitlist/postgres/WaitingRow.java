package health.reprieve.booking.waitlist.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.booking.waitlist.PartOfDay;
import health.reprieve.booking.waitlist.WaitId;
import health.reprieve.booking.waitlist.WaitWish;
import health.reprieve.booking.waitlist.Waiting;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The shape of the table {@code waiting}, with the open offer and what was not taken. */
final class WaitingRow {

    /** Times not taken as seconds, since the driver reads no arrays of ranges. */
    static final String SELECT = """
            SELECT waiting.id, version, clinic_id, waiting.patient_id, condition, treatment_id, minutes, days, parts,
                   therapists, first_day, last_day, since, silence.unanswered, state, waiting.ended_at, waiting.appointment_id,
                   left_by_kind, left_by_id,
                   offer.id AS offer_id, offer.waiting_id, offer.therapist_id, offer.starts_at, offer.ends_at,
                   offer.made_at, offer.expires_at, offer.outcome, offer.ended_at AS offer_ended_at,
                   offer.appointment_id AS visit_id,
                   ARRAY(SELECT extract(epoch FROM past.starts_at)::bigint FROM waiting_offer AS past
                          WHERE past.patient_id = waiting.patient_id AND past.outcome IN ('DECLINED', 'EXPIRED')
                          ORDER BY past.starts_at DESC, past.id LIMIT 100) AS not_taken,
                   ARRAY(SELECT extract(epoch FROM past.ends_at)::bigint FROM waiting_offer AS past
                          WHERE past.patient_id = waiting.patient_id AND past.outcome IN ('DECLINED', 'EXPIRED')
                          ORDER BY past.starts_at DESC, past.id LIMIT 100) AS not_taken_until
              FROM waiting LEFT JOIN waiting_offer AS offer ON offer.waiting_id = waiting.id AND offer.outcome = 'OPEN'
              CROSS JOIN LATERAL (
                  SELECT count(*)::int AS unanswered FROM waiting_offer AS past
                   WHERE past.patient_id = waiting.patient_id AND past.outcome = 'EXPIRED'
                     AND past.ended_at > coalesce(
                         (SELECT max(answered.ended_at) FROM waiting_offer AS answered
                           WHERE answered.patient_id = waiting.patient_id AND answered.outcome IN ('ACCEPTED', 'DECLINED')),
                         '-infinity')) AS silence
            """;

    static final Parameter NEVER = Parameters.in(Instant.class);
    static final Parameter NO_VISIT = Parameters.in(UUID.class);

    private WaitingRow() {}

    static Waiting of(Readable row) {
        var wish = wish(row);
        return new Waiting(
                new WaitId(get(row, "id", UUID.class)),
                get(row, "version", Long.class),
                new PatientId(get(row, "patient_id", UUID.class)),
                wish,
                get(row, "since", Instant.class),
                get(row, "unanswered", Integer.class),
                notTaken(row),
                state(row));
    }

    private static WaitWish wish(Readable row) {
        var treatment = row.get("treatment_id", UUID.class);
        return new WaitWish(
                new ClinicId(get(row, "clinic_id", UUID.class)),
                Condition.valueOf(get(row, "condition", String.class)),
                treatment == null ? null : new TreatmentId(treatment),
                Duration.ofMinutes(get(row, "minutes", Integer.class)),
                Arrays.stream(get(row, "days", Integer[].class))
                        .map(DayOfWeek::of)
                        .collect(Collectors.toSet()),
                Arrays.stream(get(row, "parts", String[].class))
                        .map(PartOfDay::valueOf)
                        .collect(Collectors.toSet()),
                Arrays.stream(get(row, "therapists", UUID[].class))
                        .map(TherapistId::new)
                        .collect(Collectors.toSet()),
                get(row, "first_day", LocalDate.class),
                get(row, "last_day", LocalDate.class));
    }

    private static List<TimeRange> notTaken(Readable row) {
        var starts = get(row, "not_taken", Long[].class);
        var ends = get(row, "not_taken_until", Long[].class);
        return IntStream.range(0, starts.length)
                .mapToObj(i -> new TimeRange(Instant.ofEpochSecond(starts[i]), Instant.ofEpochSecond(ends[i])))
                .toList();
    }

    private static Waiting.State state(Readable row) {
        return switch (get(row, "state", String.class)) {
            case "WAITING" -> new Waiting.State.InLine();
            case "OFFERED" -> new Waiting.State.Offered(OfferRow.of(row, "offer_id", "offer_ended_at", "visit_id"));
            case "BOOKED" ->
                new Waiting.State.Booked(
                        get(row, "ended_at", Instant.class), new AppointmentId(get(row, "appointment_id", UUID.class)));
            case "LEFT" -> new Waiting.State.Left(get(row, "ended_at", Instant.class), leftBy(row));
            case "OUTDATED" -> new Waiting.State.Outdated(get(row, "ended_at", Instant.class));
            case String other -> throw new IllegalStateException("no such state: " + other);
        };
    }

    private static @Nullable Doer leftBy(Readable row) {
        var kind = row.get("left_by_kind", String.class);
        return kind == null ? null : new Doer(Doer.Kind.valueOf(kind), get(row, "left_by_id", UUID.class));
    }

    /** Binds where somebody stands. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, Waiting.State state) {
        var by = state instanceof Waiting.State.Left left ? left.by() : null;
        return end(statement, state)
                .bind(
                        "leftByKind",
                        by == null
                                ? Parameters.in(String.class)
                                : Parameters.in(by.kind().name()))
                .bind("leftById", by == null || by.id() == null ? Parameters.in(UUID.class) : Parameters.in(by.id()));
    }

    private static GenericExecuteSpec end(GenericExecuteSpec statement, Waiting.State state) {
        return switch (state) {
            case Waiting.State.InLine line -> bind(statement, "WAITING", NEVER, NO_VISIT);
            case Waiting.State.Offered offered -> bind(statement, "OFFERED", NEVER, NO_VISIT);
            case Waiting.State.Booked booked ->
                bind(
                        statement,
                        "BOOKED",
                        Parameters.in(booked.at()),
                        Parameters.in(booked.visit().value()));
            case Waiting.State.Left left -> bind(statement, "LEFT", Parameters.in(left.at()), NO_VISIT);
            case Waiting.State.Outdated outdated -> bind(statement, "OUTDATED", Parameters.in(outdated.at()), NO_VISIT);
        };
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec statement, String state, Parameter endedAt, Parameter visit) {
        return statement.bind("state", state).bind("endedAt", endedAt).bind("visit", visit);
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
