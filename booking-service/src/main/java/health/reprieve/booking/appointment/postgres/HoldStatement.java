package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.LostRace;
import health.reprieve.booking.appointment.Reservations.NewHold;
import health.reprieve.booking.appointment.Space;
import health.reprieve.booking.appointment.Work;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Writes all times of a hold, or finds that one of them is lost. What is in the way is cleared first, all at once and in order of id; then
 * the times are taken in one order for everybody, earliest first. So of two who want some of the same times one waits for
 * the other, and neither for ever.
 */
final class HoldStatement {

    static final Comparator<Space> ONE_ORDER_FOR_ALL = Comparator.comparing(
                    (Space space) -> space.time().start())
            .thenComparing(space -> space.therapist().value())
            .thenComparing(space -> space.room().value());

    // Two browsers of one patient would each count without seeing the other's hold.
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(:holder, 1))";

    private static final String HOLD = """
            WITH wanted AS MATERIALIZED (
                SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:clinics AS uuid[]), CAST(:therapists AS uuid[]),
                                     CAST(:rooms AS uuid[]), CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[]),
                                     CAST(:rested AS timestamptz[]), CAST(:tidied AS timestamptz[]),
                                     CAST(:treatments AS uuid[]), CAST(:efforts AS int[]), CAST(:needs AS text[]),
                                     CAST(:spacings AS int[])) WITH ORDINALITY
                    AS wanted (id, clinic, therapist, room, starts, ends, rested, tidied, treatment, effort, needs, spacing,
                               place)),
            gone AS (
                DELETE FROM reservation WHERE id IN (
                    SELECT id FROM reservation
                     WHERE status = 'HELD' AND (browser_id = :browser OR expires_at <= :now OR holder_id = :holder)
                       AND hold_id IN (
                           SELECT hold_id FROM reservation WHERE status = 'HELD' AND browser_id = :browser
                           UNION ALL
                           SELECT hold_id FROM reservation JOIN wanted
                               ON therapist_id = therapist AND therapist_span && tstzrange(starts, rested)
                            WHERE status = 'HELD' AND (expires_at <= :now OR holder_id = :holder)
                           UNION ALL
                           SELECT hold_id FROM reservation JOIN wanted
                               ON room_id = room AND room_span && tstzrange(starts, tidied)
                            WHERE status = 'HELD' AND (expires_at <= :now OR holder_id = :holder))
                     ORDER BY id FOR UPDATE)
                RETURNING hold_id),
            others AS (
                SELECT count(DISTINCT hold_id) AS holds
                  FROM reservation, (SELECT count(*) FROM gone) AS gone_first
                 WHERE status = 'HELD' AND holder_id = :holder AND expires_at > :now
                   AND hold_id NOT IN (SELECT hold_id FROM gone)),
            won AS (
                INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span,
                                         patient_span, browser_id, expires_at, hold_id, holder_id, treatment_id, effort,
                                         needs, spacing)
                SELECT wanted.id, 'HELD', clinic, therapist, tstzrange(starts, rested), room, tstzrange(starts, tidied),
                       tstzrange(starts, ends), :browser, :expires, :hold, :holder, treatment, effort,
                       string_to_array(needs, ','), spacing
                  FROM wanted, others, (SELECT count(*) FROM gone) AS gone_first
                 WHERE others.holds < :most
                 ORDER BY place
                ON CONFLICT DO NOTHING RETURNING id)
            SELECT (SELECT holds FROM others) AS other_holds, (SELECT count(*) FROM won) AS won
            """;

    private HoldStatement() {}

    /** In the surrounding transaction, which must end when this fails. */
    static Mono<Void> write(DatabaseClient client, NewHold hold, Instant now) {
        return oneAtATime(client, hold)
                .then(bind(client.sql(HOLD), hold, now)
                        .map(HoldStatement::outcome)
                        .one())
                .flatMap(outcome -> outcome.require(hold));
    }

    private record Outcome(long otherHolds, long won) {

        Mono<Void> require(NewHold hold) {
            if (otherHolds >= hold.mostOfHolder()) {
                return Mono.error(new BookingRefused.TooManyHolds(hold.mostOfHolder()));
            }
            return won == hold.spaces().size() ? Mono.empty() : Mono.error(new LostRace());
        }
    }

    private static Mono<Void> oneAtATime(DatabaseClient client, NewHold hold) {
        var holder = hold.holder();
        return holder == null
                ? Mono.empty()
                : client.sql(ONE_AT_A_TIME).bind("holder", holder.toString()).then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, NewHold hold, Instant now) {
        var spaces = hold.spaces().stream().sorted(ONE_ORDER_FOR_ALL).toList();
        return statement
                .bind("ids", Ids.array(spaces, space -> UUID.randomUUID()))
                .bind("clinics", Ids.array(spaces, space -> space.clinic().value()))
                .bind("therapists", Ids.array(spaces, space -> space.therapist().value()))
                .bind("rooms", Ids.array(spaces, space -> space.room().value()))
                .bind("starts", instants(spaces, space -> space.time().start()))
                .bind("ends", instants(spaces, space -> space.time().end()))
                .bind("rested", instants(spaces, space -> space.therapistSpan().end()))
                .bind("tidied", instants(spaces, space -> space.roomSpan().end()))
                .bind(
                        "treatments",
                        Ids.array(spaces, space -> space.work().treatment().value()))
                .bind("efforts", works(spaces, WorkColumns::effort).toArray(Integer[]::new))
                // arrays of arrays must all have one length, so each is one text; codes have no comma
                .bind(
                        "needs",
                        works(spaces, work -> String.join(",", WorkColumns.needs(work)))
                                .toArray(String[]::new))
                .bind("spacings", works(spaces, WorkColumns::minutesOrNull).toArray(Integer[]::new))
                .bind("hold", hold.id().value())
                .bind("browser", hold.browser().value())
                .bind("holder", Ids.orNull(hold.holder(), PatientId::value))
                .bind("expires", hold.expiresAt())
                .bind("most", hold.mostOfHolder())
                .bind("now", now);
    }

    private static Outcome outcome(Readable row) {
        return new Outcome(
                requireNonNull(row.get("other_holds", Long.class)), requireNonNull(row.get("won", Long.class)));
    }

    private static <T> Stream<T> works(List<Space> spaces, Function<Work, T> value) {
        return spaces.stream().map(space -> value.apply(space.work()));
    }

    private static Instant[] instants(List<Space> spaces, Function<Space, Instant> value) {
        return spaces.stream().map(value).toArray(Instant[]::new);
    }
}
