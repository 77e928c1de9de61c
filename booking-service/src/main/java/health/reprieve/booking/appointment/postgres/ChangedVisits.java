package health.reprieve.booking.appointment.postgres;

import health.reprieve.access.BrowserId;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.Appointments.Won;
import health.reprieve.booking.appointment.Deed;
import health.reprieve.booking.appointment.LostRace;
import health.reprieve.booking.appointment.Space;
import health.reprieve.booking.appointment.Stage;
import health.reprieve.booking.appointment.Step;
import health.reprieve.database.Database;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes a visit with which something was done, in the surrounding transaction. */
@Component
class ChangedVisits {

    // Two visits that move into each other's old time would wait for each other. Movers of one clinic go one by one.
    private static final String ONE_MOVER_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(:clinic, 0))";

    private static final String LIVE = " WHERE appointment_id = :id AND status IN ('REQUESTED', 'BOOKED')";
    private static final String RELEASE = "UPDATE reservation SET status = 'RELEASED'" + LIVE;
    private static final String RELEASE_ALL = """
            UPDATE reservation SET status = 'RELEASED'
             WHERE appointment_id = ANY(CAST(:ids AS uuid[])) AND status IN ('REQUESTED', 'BOOKED')
            """;
    private static final String CONFIRM = "UPDATE reservation SET status = 'BOOKED'" + LIVE;
    private static final String LEAVE_THERAPIST = "UPDATE reservation SET therapist_id = NULL" + LIVE;
    private static final String LEAVE_ROOM = "UPDATE reservation SET room_id = NULL" + LIVE;
    private static final String LEAVE_BOTH = "UPDATE reservation SET therapist_id = NULL, room_id = NULL" + LIVE;

    private static final String WIN = """
            WITH gone AS (%s RETURNING id)
            INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span,
                                     patient_id, patient_span, appointment_id, effort, needs, spacing)
            SELECT :reservation, :status, :clinic, :therapist, tstzrange(:start, :rested), :room,
                   tstzrange(:start, :tidied), :patient, tstzrange(:start, :end), :id,
                   CAST(:effort AS int), CAST(:needs AS text[]), CAST(:spacing AS int)
              FROM (SELECT count(*) FROM gone) AS gone_first
            ON CONFLICT DO NOTHING
            """.formatted(Stale.DELETE);

    private static final Comparator<Won> BY_VISIT =
            Comparator.comparing(won -> won.deed().after().id().value());
    private static final Comparator<Won> BY_TIME = Comparator.comparing(Won::space, HoldStatement.ONE_ORDER_FOR_ALL);

    // nobody's own hold stands behind a move, so the browser is one that does not exist
    private static final BrowserId NOBODYS = BrowserId.random();

    private final Database database;
    private final VisitUpdate visits;
    private final LoadGuard guard;
    private final SwappedRooms rooms;

    ChangedVisits(Database database, VisitUpdate visits, LoadGuard guard, SwappedRooms rooms) {
        this.database = database;
        this.visits = visits;
        this.guard = guard;
        this.rooms = rooms;
    }

    Mono<Void> save(Deed deed, @Nullable Space won) {
        return won == null
                ? visits.write(deed).then(keep(deed.step(), deed.after()))
                : saveTogether(List.of(new Won(deed, won)));
    }

    /** Every lock is taken in one order by everybody: therapists, patients, clinics, visits, then the times that are won. */
    Mono<Void> saveTogether(List<Won> all) {
        if (all.isEmpty()) {
            return Mono.empty();
        }
        var spaces = all.stream().map(Won::space).toList();
        return guard.require(spaces, own(all))
                .then(KeptApart.lineUp(database, all))
                .then(oneMoverAtATime(all))
                .thenMany(each(all, BY_VISIT, won -> visits.write(won.deed())))
                .then(released(all))
                .then(rooms.make(spaces, own(all)))
                .thenMany(each(
                        all,
                        BY_TIME,
                        won -> win(won.deed().after(), won.space(), won.deed().at())))
                .then();
    }

    private static Flux<Void> each(List<Won> all, Comparator<Won> order, Function<Won, Mono<Void>> write) {
        return Flux.fromIterable(all).sort(order).concatMap(write);
    }

    private static Own own(List<Won> all) {
        var visits = all.stream().map(won -> won.deed().after()).toList();
        return new Own(
                NOBODYS,
                visits.stream().map(visit -> visit.patient().id()).collect(Collectors.toSet()),
                visits.stream().map(Appointment::id).collect(Collectors.toSet()),
                all.getFirst().deed().at());
    }

    /** What becomes of the reservation where no other space is won. */
    private Mono<Void> keep(Step step, Appointment after) {
        return switch (step) {
            case Step.Approve approve -> reserved(CONFIRM, after);
            case Step.Decline decline -> reserved(RELEASE, after);
            case Step.Cancel cancel -> reserved(RELEASE, after);
            case Step.LoseSpace loss ->
                reserved(
                        switch (loss.cause()) {
                            case THERAPIST -> LEAVE_THERAPIST;
                            case ROOM -> LEAVE_ROOM;
                            case CLINIC -> LEAVE_BOTH;
                        },
                        after);
            case Step.CheckIn checkIn -> Mono.empty();
            case Step.Start start -> Mono.empty();
            case Step.Complete complete -> Mono.empty();
            case Step.Miss miss -> Mono.empty();
            case Step.Correct correct -> Mono.empty();
            case Step.Request request -> withoutSpace();
            case Step.Book book -> withoutSpace();
            case Step.Move move -> withoutSpace();
            case Step.Reassign reassign -> withoutSpace();
        };
    }

    private static Mono<Void> withoutSpace() {
        return Mono.error(new IllegalStateException("this step needs a space to win"));
    }

    private Mono<Void> oneMoverAtATime(List<Won> all) {
        return Flux.fromStream(all.stream()
                        .map(won -> won.space().clinic().toString())
                        .distinct()
                        .sorted())
                .concatMap(clinic -> database.one(client ->
                        client.sql(ONE_MOVER_AT_A_TIME).bind("clinic", clinic).then()))
                .then();
    }

    private Mono<Void> released(List<Won> all) {
        return database.one(client -> client.sql(RELEASE_ALL)
                .bind("ids", Ids.array(all, won -> won.deed().after().id().value()))
                .then());
    }

    private Mono<Void> reserved(String change, Appointment after) {
        return database.one(
                client -> client.sql(change).bind("id", after.id().value()).then());
    }

    private Mono<Void> win(Appointment after, Space space, Instant now) {
        return database.one(client -> WorkColumns.bind(
                                Stale.bind(client.sql(WIN), space, NOBODYS.value(), now), space.work())
                        .bind("id", after.id().value())
                        .bind("reservation", UUID.randomUUID())
                        .bind("status", after.stage() == Stage.REQUESTED ? "REQUESTED" : "BOOKED")
                        .bind("clinic", space.clinic().value())
                        .bind("patient", after.patient().id().value())
                        .fetch()
                        .rowsUpdated())
                .onErrorMap(KeptApart::orLost)
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new LostRace()));
    }
}
