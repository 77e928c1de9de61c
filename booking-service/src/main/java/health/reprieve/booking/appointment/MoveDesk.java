package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.booking.metric.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where staff move several visits as one: a therapist is ill or late, a room is flooded, the clinic closes early. */
@Service
public class MoveDesk {

    /** How many visits are moved together at most. */
    public static final int MOST = 50;

    private static final Duration OLDEST_LOOK = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 5;

    private final Appointments appointments;
    private final MovePlanning planning;
    private final VisitLedger ledger;
    private final DeskFigures figures;
    private final Clock clock;

    MoveDesk(Appointments appointments, MovePlanning planning, VisitLedger ledger, DeskFigures figures, Clock clock) {
        this.appointments = appointments;
        this.planning = planning;
        this.ledger = ledger;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * One of the visits.
     *
     * @param version that was looked at
     * @param start null: when it is; it keeps its length
     * @param whom by whom it is to be; null: by the one who has it
     */
    public record Move(
            AppointmentId visit,
            long version,
            @Nullable Instant start,
            @Nullable Whom whom) {

        private String words() {
            return String.join(
                    "|",
                    visit.toString(),
                    Long.toString(version),
                    String.valueOf(start),
                    whom == null ? "" : RequestKey.word(whom));
        }
    }

    /**
     * What is to be moved.
     *
     * @param moves from 1 to {@link #MOST}, each of another visit
     * @param note why, for the history; with it, notice and the treatments' windows are overridden
     */
    public record Request(List<Move> moves, @Nullable String note) {

        public Request {
            moves = List.copyOf(moves);
            if (moves.isEmpty() || moves.size() > MOST || visits(moves).size() < moves.size()) {
                throw new IllegalArgumentException("from 1 to %d different visits".formatted(MOST));
            }
        }

        private static List<AppointmentId> visits(List<Move> moves) {
            return moves.stream().map(Move::visit).distinct().toList();
        }

        /** The same in whichever order the visits are named; the note comes last, since it may hold any character. */
        private String words() {
            return moves.stream()
                    .sorted(Comparator.comparing(move -> move.visit.value()))
                    .map(Move::words)
                    .collect(Collectors.joining("||", "", "||" + (note == null ? "" : "note " + note)));
        }
    }

    /** @param key under which it is done once */
    private record Attempt(Actor actor, Request request, RequestKey key, Instant now) {

        private MovePlanning.Question question() {
            return new MovePlanning.Question(Doer.of(actor), request.note, now);
        }
    }

    /**
     * Moves all of the visits, each within its clinic, or none of them. They may take each other's times. What is where it is wanted already
     * stays. The same request under the same key again has no further effect, and the same answer.
     *
     * @param key chosen by the client, 1 to 255 characters
     * @return the visits in the order in which they were named
     * @throws MovesRefused through the Mono, naming every visit that cannot be moved; a refused request leaves no key behind
     * @throws BookingRefused.KeyReused through the Mono
     */
    public Mono<List<Appointment>> move(Actor actor, Request request, String key) {
        requireStaff(actor);
        var attempt =
                new Attempt(actor, request, RequestKey.of(actor, key, "moves|" + request.words()), clock.instant());
        return figures.counted(
                Asked.MOVE,
                move(attempt, MOST_ATTEMPTS)
                        .map(Answer::granted)
                        .onErrorResume(
                                MoveDesk::isRefusal,
                                refusal -> earlierAnswer(attempt)
                                        .map(Answer::repeated)
                                        .switchIfEmpty(Mono.error(refusal))));
    }

    private static void requireStaff(Actor actor) {
        switch (Doer.of(actor).kind()) {
            case FRONT_DESK, MANAGER -> {}
            case PATIENT, THERAPIST, HOUSE -> throw new BookingRefused.NotPermitted();
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof MovesRefused || failure instanceof BookingRefused;
    }

    private Mono<List<Appointment>> earlierAnswer(Attempt attempt) {
        return appointments
                .useOf(attempt.key)
                .flatMap(use -> use.requestHash().equals(attempt.key.requestHash())
                        ? inOrder(attempt)
                        : Mono.error(new BookingRefused.KeyReused()));
    }

    private Mono<List<Appointment>> inOrder(Attempt attempt) {
        return visits(attempt)
                .map(visits -> attempt.request.moves.stream()
                        .map(move -> visits.get(move.visit))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private Mono<Map<AppointmentId, Appointment>> visits(Attempt attempt) {
        return appointments
                .find(attempt.actor, Request.visits(attempt.request.moves))
                .map(found -> found.stream().collect(Collectors.toMap(Appointment::id, Function.identity())));
    }

    private Mono<List<Appointment>> move(Attempt attempt, int attemptsLeft) {
        var looked = clock.instant();
        return visits(attempt)
                .flatMap(visits -> planning.places(attempt.question(), attempt.request.moves, visits))
                .flatMap(places -> write(attempt, places, looked)
                        .switchIfEmpty(Mono.defer(() -> attemptsLeft == 1
                                ? planning.refuseAll(attempt.question(), places).then(Mono.empty())
                                : move(attempt, attemptsLeft - 1))));
    }

    /** Empty when something stands otherwise than it was seen, and nothing is written. */
    private Mono<List<Appointment>> write(Attempt attempt, List<MovePlan.Placed> places, Instant looked) {
        return Mono.fromSupplier(() -> won(attempt, places))
                .flatMap(won -> ledger.winTogether(requireFresh(looked).then(key(attempt)), won)
                        .onErrorResume(BeyondCourse.class, beyond -> refuseBeyondCourse(won, beyond)))
                .then(Mono.defer(() -> inOrder(attempt)))
                .onErrorResume(MoveDesk::isOtherwiseNow, lost -> Mono.empty());
    }

    private static List<Appointments.Won> won(Attempt attempt, List<MovePlan.Placed> places) {
        var doer = Doer.of(attempt.actor);
        return places.stream()
                .map(place -> new Appointments.Won(
                        place.deed(doer, attempt.request.note, attempt.now),
                        place.found().space()))
                .toList();
    }

    /** A review of what was lost counts on nobody writing what they saw long ago; it is planned anew then. */
    private Mono<Void> requireFresh(Instant looked) {
        return Mono.fromSupplier(clock::instant)
                .filter(now -> now.isAfter(looked.plus(OLDEST_LOOK)))
                .flatMap(now -> Mono.error(new LostRace()));
    }

    private Mono<Void> key(Attempt attempt) {
        return appointments.use(attempt.key, attempt.request.moves.getFirst().visit, attempt.now);
    }

    /** What the engine allowed a moment ago: the next look tells which visit it is, and why. */
    private static boolean isOtherwiseNow(Throwable failure) {
        return failure instanceof LostRace
                || failure instanceof BookingRefused.VersionStale
                || failure instanceof BookingRefused.NotOffered;
    }

    /** The database told of one of them; each is tried by itself to tell of all. */
    private <T> Mono<T> refuseBeyondCourse(List<Appointments.Won> all, BeyondCourse told) {
        return Flux.fromIterable(all)
                .concatMap(won -> ledger.beyondCourse(won)
                        .map(beyond ->
                                new MovesRefused.InTheWay(won.deed().after().id(), beyond, List.of())))
                .collectList()
                .flatMap(beyond -> Mono.error(beyond.isEmpty() ? told : new MovesRefused(beyond)));
    }
}
