package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Space;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.Slots;
import health.reprieve.booking.slot.Visit;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps therapists within their clinic's limits though several book at the same moment. Who writes a time of a therapist
 * whose load is limited waits for whoever does so too; then it is counted what stands, by the engine's own rule. Where
 * there is no limit nothing is asked.
 */
@Component
class LoadGuard {

    // One order for all: who writes times of several therapists cannot wait for somebody who waits for them.
    private static final String ONE_AT_A_TIME = """
            SELECT count(pg_advisory_xact_lock(hashtextextended(therapist, 2)))
              FROM (SELECT therapist FROM unnest(CAST(:therapists AS text[])) AS wanted (therapist) ORDER BY therapist) AS inOrder
            """;

    private static final String STANDING = """
            SELECT id, lower(patient_span) AS starts_at, upper(patient_span) AS ends_at, upper(therapist_span) AS rested_at, effort
              FROM reservation
             WHERE therapist_id = :therapist AND therapist_span && tstzrange(:from, :until)
               AND status IN ('HELD', 'REQUESTED', 'BOOKED')
               AND (status <> 'HELD' OR (expires_at > :now AND browser_id <> :browser
                                         AND (holder_id = ANY(CAST(:patients AS uuid[]))) IS NOT TRUE))
               AND (appointment_id = ANY(CAST(:visits AS uuid[]))) IS NOT TRUE
               AND id > :after
             ORDER BY id LIMIT %d
            """.formatted(Database.MOST_ROWS);

    private static final UUID NONE = new UUID(0, 0);

    private final Database database;

    LoadGuard(Database database) {
        this.database = database;
    }

    /** Waits in the surrounding transaction until nobody else writes times of these therapists, as far as their load is limited. */
    Mono<Void> lineUp(List<Space> spaces) {
        var therapists = spaces.stream()
                .filter(space -> !space.limits().isNone())
                .map(space -> space.therapist().toString())
                .distinct()
                .toArray(String[]::new);
        return therapists.length == 0
                ? Mono.empty()
                : database.one(client ->
                        client.sql(ONE_AT_A_TIME).bind("therapists", therapists).then());
    }

    /**
     * In the surrounding transaction, which must end when this fails, before the spaces are written.
     *
     * @throws BookingRefused.NotOffered through the Mono, when a therapist would have more than the limit
     */
    Mono<Void> require(List<Space> spaces, Own own) {
        var byTherapist = spaces.stream().collect(groupingBy(Space::therapist));
        return lineUp(spaces)
                .thenMany(Flux.fromIterable(byTherapist.values()))
                .filter(theirs -> !limited(theirs).isEmpty())
                .concatMap(theirs -> standing(theirs, own).doOnNext(standing -> require(theirs, standing)))
                .then();
    }

    private static List<Space> limited(List<Space> spaces) {
        return spaces.stream().filter(space -> !space.limits().isNone()).toList();
    }

    /** What is written together counts together, also what is at another clinic of theirs that has no limits. */
    private static void require(List<Space> theirs, List<Visit> standing) {
        for (var space : limited(theirs)) {
            var others = theirs.stream().filter(other -> !other.equals(space)).map(LoadGuard::visit);
            Slots.limitReached(
                            space.limits().all(),
                            Stream.concat(standing.stream(), others).toList(),
                            space.work().session(),
                            space.time().start(),
                            space.limits().zone())
                    .ifPresent(reached -> {
                        throw new BookingRefused.NotOffered(reached);
                    });
        }
    }

    private static Visit visit(Space space) {
        return new Visit(
                space.time(), Margin.after(space.rest()), space.work().session().effort());
    }

    private record Row(UUID id, Visit visit) {

        static Row of(Readable row) {
            var time = new TimeRange(instant(row, "starts_at"), instant(row, "ends_at"));
            var rest = Margin.after(Duration.between(time.end(), instant(row, "rested_at")));
            return new Row(
                    requireNonNull(row.get("id", UUID.class)), new Visit(time, rest, WorkColumns.effort(row, time)));
        }

        private static Instant instant(Readable row, String column) {
            return requireNonNull(row.get(column, Instant.class), column);
        }
    }

    private Mono<List<Visit>> standing(List<Space> theirs, Own own) {
        var therapist = theirs.getFirst().therapist();
        var weeks = weeks(limited(theirs));
        return page(therapist, weeks, own, NONE)
                .expand(page -> page.size() < Database.MOST_ROWS
                        ? Mono.empty()
                        : page(therapist, weeks, own, page.getLast().id))
                .flatMapIterable(page -> page)
                .map(Row::visit)
                .collectList();
    }

    private Mono<List<Row>> page(TherapistId therapist, TimeRange weeks, Own own, UUID after) {
        return database.list(client -> bind(client.sql(STANDING), own)
                .bind("therapist", therapist.value())
                .bind("from", weeks.start())
                .bind("until", weeks.end())
                .bind("after", after)
                .map(Row::of)
                .all());
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement, Own own) {
        return statement
                .bind("now", own.now())
                .bind("browser", own.browser().value())
                .bind("patients", own.patientIds())
                .bind("visits", own.visitIds());
    }

    /** The whole weeks that limits count, with a day before and after for runs. */
    private static TimeRange weeks(List<Space> theirs) {
        var limits = theirs.getFirst().limits();
        var days = theirs.stream()
                .map(space -> limits.day(space.time().start()))
                .sorted()
                .toList();
        var monday = days.getFirst().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var sunday = days.getLast().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return new TimeRange(midnight(monday.minusDays(1), theirs), midnight(sunday.plusDays(2), theirs));
    }

    private static Instant midnight(LocalDate day, List<Space> theirs) {
        return day.atStartOfDay(theirs.getFirst().limits().zone()).toInstant();
    }
}
