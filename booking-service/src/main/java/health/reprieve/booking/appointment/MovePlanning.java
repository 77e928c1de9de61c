package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds a place for every visit of those that are moved together. The engine is asked for one after the other, with the old
 * times of all out of the way and what was found already in it. Where one finds no place it is tried first in another round.
 */
@Component
class MovePlanning {

    private static final int MOST_ROUNDS = 5;

    private final ShortNotice notice;
    private final SpaceAgain spaces;

    MovePlanning(ShortNotice notice, SpaceAgain spaces) {
        this.notice = notice;
        this.spaces = spaces;
    }

    /** What is asked. */
    record Question(Doer by, @Nullable String note, Instant now) {}

    /** One of the visits, and what it means that it is moved so. */
    private sealed interface Looked {

        AppointmentId visit();

        /** It has all that is wanted for it. */
        record Stays(AppointmentId visit) implements Looked {}

        record Goes(AppointmentId visit, MovePlan.Order order) implements Looked {}

        record Refused(AppointmentId visit, RuntimeException why) implements Looked {}
    }

    /**
     * A place for each; none for those that have all that is wanted for them.
     *
     * @param visits those of them that there are
     * @throws MovesRefused through the Mono, naming all for which there is no place
     */
    Mono<List<MovePlan.Placed>> places(
            Question question, List<MoveDesk.Move> moves, Map<AppointmentId, Appointment> visits) {
        return Flux.fromIterable(moves)
                .concatMap(move -> look(question, move, Optional.ofNullable(visits.get(move.visit()))))
                .collectList()
                .flatMap(looked -> places(question, looked));
    }

    private Mono<List<MovePlan.Placed>> places(Question question, List<Looked> looked) {
        var moved = looked.stream()
                .filter(one -> !(one instanceof Looked.Stays))
                .map(Looked::visit)
                .collect(Collectors.toSet());
        var orders = looked.stream()
                .flatMap(one -> one instanceof Looked.Goes goes ? Stream.of(goes.order) : Stream.empty())
                .sorted(MovePlan.Order.LEAST_CHOICE_FIRST)
                .toList();
        return rounds(question, orders, moved, MOST_ROUNDS).flatMap(plan -> {
            var all = Flux.fromIterable(looked).concatMap(one -> inTheWay(question, one, plan, moved));
            return all.collectList()
                    .flatMap(inTheWay ->
                            inTheWay.isEmpty() ? Mono.just(plan.placed()) : Mono.error(new MovesRefused(inTheWay)));
        });
    }

    private Mono<Looked> look(Question question, MoveDesk.Move move, Optional<Appointment> found) {
        if (found.isEmpty()) {
            return Mono.just(new Looked.Refused(move.visit(), new BookingRefused.AppointmentUnknown()));
        }
        var visit = found.get();
        var order = new MovePlan.Order(
                visit,
                move.start() == null ? visit.time().start() : move.start(),
                move.whom() == null ? new Whom.One(visit.therapist().id()) : move.whom());
        return isThere(order, question.now)
                .map(isThere -> isThere ? new Looked.Stays(visit.id()) : allowed(question, order, move.version()));
    }

    /** What lost its room or therapist is not there, though nobody has noticed yet; what was called off is nowhere. */
    private Mono<Boolean> isThere(MovePlan.Order order, Instant now) {
        var visit = order.visit();
        return (visit.stage() == Stage.REQUESTED || visit.stage() == Stage.BOOKED)
                        && order.time().equals(visit.time())
                        && order.whom().mayBe(visit.therapist().id())
                ? spaces.isLost(visit, now).map(lost -> !lost)
                : Mono.just(false);
    }

    private static Looked allowed(Question question, MovePlan.Order order, long version) {
        var visit = order.visit();
        try {
            visit.take(order.step(visit.therapist(), visit.room(), question.note), question.by, question.now);
            return visit.version() == version
                    ? new Looked.Goes(visit.id(), order)
                    : new Looked.Refused(visit.id(), new BookingRefused.VersionStale(visit.version()));
        } catch (BookingRefused refused) {
            return new Looked.Refused(visit.id(), refused);
        }
    }

    private Mono<MovePlan> rounds(Question question, List<MovePlan.Order> orders, Set<AppointmentId> moved, int left) {
        return round(question, orders, moved, MovePlan.EMPTY).flatMap(plan -> {
            var next = plan.refusedFirst();
            return left == 1 || !plan.mayDependOnOrder() || next.equals(orders)
                    ? Mono.just(plan)
                    // nobody chose the order of the other rounds, so it is the first one that tells who is in the way
                    : rounds(question, next, moved, left - 1)
                            .map(other -> other.refused().isEmpty() ? other : plan);
        });
    }

    /** @param plan where those before have found a place */
    private Mono<MovePlan> round(
            Question question, List<MovePlan.Order> orders, Set<AppointmentId> moved, MovePlan plan) {
        return orders.isEmpty()
                ? Mono.just(plan)
                : place(question, orders.getFirst(), plan, moved)
                        .flatMap(next -> round(question, orders.subList(1, orders.size()), moved, next));
    }

    private Mono<MovePlan> place(Question question, MovePlan.Order order, MovePlan plan, Set<AppointmentId> moved) {
        var visit = order.visit();
        var wanted = new TimeTaker.Wanted(
                visit.clinic(),
                order.whom(),
                order.start(),
                Work.of(visit),
                visit.condition(),
                plan.asker(order, moved),
                question.now);
        return notice.times(question.note)
                .find(wanted)
                .map(found -> plan.with(order, found))
                .onErrorResume(BookingRefused.class, why -> Mono.just(plan.without(order, why)));
    }

    private Mono<MovesRefused.InTheWay> inTheWay(
            Question question, Looked looked, MovePlan plan, Set<AppointmentId> moved) {
        return switch (looked) {
            case Looked.Stays stays -> Mono.empty();
            case Looked.Refused refused -> Mono.just(new MovesRefused.InTheWay(refused.visit, refused.why, List.of()));
            case Looked.Goes goes ->
                Mono.justOrEmpty(plan.refused().get(goes.order))
                        .flatMap(why -> nearest(question, goes.order, plan, moved)
                                .map(nearest -> new MovesRefused.InTheWay(goes.visit, why, nearest)));
        };
    }

    private Mono<List<Offer>> nearest(
            Question question, MovePlan.Order order, MovePlan plan, Set<AppointmentId> moved) {
        var asked = new Situations.Question(Work.of(order.visit()), plan.asker(order, moved), question.now);
        return notice.openings(question.note).nearest(order.visit().clinic().id(), order.start(), asked);
    }

    /** All of them named, because others were faster every time. */
    Mono<List<MovePlan.Placed>> refuseAll(Question question, List<MovePlan.Placed> placed) {
        var moved = placed.stream().map(one -> one.order().visit().id()).collect(Collectors.toSet());
        return Flux.fromIterable(placed)
                .concatMap(one -> nearest(question, one.order(), MovePlan.EMPTY, moved)
                        .map(nearest -> new MovesRefused.InTheWay(
                                one.order().visit().id(), new BookingRefused.TimeTaken(nearest), nearest)))
                .collectList()
                .flatMap(all -> Mono.error(new MovesRefused(all)));
    }
}
