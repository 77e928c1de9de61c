package health.reprieve.booking.appointment;

import health.reprieve.booking.appointment.board.Taken;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Rule;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where visits that are moved together will be, as far as that is found.
 *
 * @param placed what was found, in the order in which it was found
 * @param refused why no place was found for the others
 */
record MovePlan(List<Placed> placed, Map<Order, RuntimeException> refused) {

    private static final Set<Rule> COUNTED_TOGETHER = Set.of(Rule.LOAD, Rule.SPACING);

    static final MovePlan EMPTY = new MovePlan(List.of(), Map.of());

    /** A visit that is to have another time, therapist or both; or another room, where its own cannot be had any more. */
    record Order(Appointment visit, Instant start, Whom whom) {

        /** Whoever has the least choice is served first, then the earliest. */
        static final Comparator<Order> LEAST_CHOICE_FIRST = Comparator.comparingInt(Order::choice)
                .thenComparing(Order::start)
                .thenComparing(order -> order.visit.id().value());

        private int choice() {
            return switch (whom) {
                case Whom.One one -> 1;
                case Whom.AnyOf some -> some.therapists().size();
                case Whom.Anybody anybody -> Integer.MAX_VALUE;
            };
        }

        TimeRange time() {
            return TimeRange.startingAt(start, visit.time().length());
        }

        /** The step that it is, whoever will treat and wherever. */
        Step step(Appointment.Treating by, Room into, @Nullable String note) {
            return visit.stage() == Stage.NEEDS_REASSIGNMENT
                    ? new Step.Reassign(by, into, time(), note)
                    : new Step.Move(time(), by, into, note);
        }
    }

    /** A place that was found for a visit. */
    record Placed(Order order, TimeTaker.Found found) {

        Deed deed(Doer by, @Nullable String note, Instant now) {
            var visit = order.visit;
            var room = visit.clinic().room(found.space().room());
            return visit.take(order.step(found.therapist(), room, note), by, now)
                    .deed()
                    .orElseThrow(LostRace::new);
        }

        private Taken taken() {
            var space = found.space();
            var session = space.work().session();
            return Taken.soon(
                    UUID.randomUUID(),
                    space.therapist(),
                    space.room(),
                    space.time(),
                    space.rest(),
                    space.turnover(),
                    session.effort(),
                    session.needs(),
                    space.work().spacing(),
                    order.visit.patient().id());
        }
    }

    MovePlan with(Order order, TimeTaker.Found found) {
        return new MovePlan(
                Stream.concat(placed.stream(), Stream.of(new Placed(order, found)))
                        .toList(),
                refused);
    }

    MovePlan without(Order order, RuntimeException why) {
        var more = new LinkedHashMap<>(refused);
        more.put(order, why);
        return new MovePlan(placed, more);
    }

    /** Whether it was others of these visits, perhaps, that left no place for one of them. */
    boolean mayDependOnOrder() {
        return refused.values().stream().anyMatch(MovePlan::isForWhatStands);
    }

    private static boolean isForWhatStands(RuntimeException why) {
        return why instanceof BookingRefused.TimeTaken
                || why instanceof BookingRefused.PatientHasVisitThen
                || (why instanceof BookingRefused.NotOffered refused
                        && COUNTED_TOGETHER.contains(refused.reason().rule()));
    }

    /** The same orders, those first for which there was no place. */
    List<Order> refusedFirst() {
        var orders = new ArrayList<>(refused.keySet());
        placed.stream().map(Placed::order).forEach(orders::add);
        return orders;
    }

    /** For whom a time is looked for: what was found already is in their way, and the old times of all are not. */
    Asker asker(Order order, Set<AppointmentId> moved) {
        var visit = order.visit;
        var moving = new Moving(
                moved,
                placed.stream().map(Placed::taken).toList(),
                swaps(),
                visit.room().id());
        return new Asker(null, visit.patient().id(), moving);
    }

    private List<Offer.Swap> swaps() {
        return placed.stream().flatMap(one -> one.found.space().swap().stream()).toList();
    }
}
