package health.reprieve.booking.appointment;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a step may be taken and by whom.
 *
 * @param to null: the visit stays where it stands
 * @param repeatable whether taking it again, once there, is a success that changes nothing
 */
public record StepRule(
        String step, Set<Stage> from, @Nullable Stage to, Set<Doer.Kind> by, boolean repeatable) {

    public StepRule {
        from = Set.copyOf(from);
        by = Set.copyOf(by);
    }

    static StepRule of(String step, Set<Stage> from, @Nullable Stage to, Set<Doer.Kind> by) {
        return new StepRule(step, from, to, by, false);
    }

    static StepRule repeatable(String step, Set<Stage> from, Stage to, Set<Doer.Kind> by) {
        return new StepRule(step, from, to, by, true);
    }

    static Set<Stage> at(Stage first, Stage... more) {
        return EnumSet.of(first, more);
    }

    /** Front desk and managers, and whoever else is named. */
    static Set<Doer.Kind> staffAnd(Doer.Kind... others) {
        var all = EnumSet.of(Doer.Kind.FRONT_DESK, Doer.Kind.MANAGER);
        all.addAll(Set.of(others));
        return all;
    }

    /** Whether the visit stands already where the step leads, and that is no trouble. */
    boolean isDone(Stage stage) {
        return repeatable && stage == to;
    }

    /** @throws BookingRefused.NotPermitted if it is not theirs to take */
    void require(Doer doer) {
        if (!by.contains(doer.kind())) {
            throw new BookingRefused.NotPermitted();
        }
    }

    /** @throws BookingRefused if no such step leads away from there */
    void require(Stage stage, Doer doer) {
        if (!from.contains(stage)) {
            throw stage == Stage.CANCELLED
                    ? new BookingRefused.NoLongerBooked()
                    : new BookingRefused.NotInThatState(doer.isPatient() ? stage.toldToPatients() : stage);
        }
    }
}
