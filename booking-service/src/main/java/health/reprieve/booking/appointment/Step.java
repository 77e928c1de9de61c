package health.reprieve.booking.appointment;

import static health.reprieve.booking.appointment.Doer.Kind.HOUSE;
import static health.reprieve.booking.appointment.Doer.Kind.PATIENT;
import static health.reprieve.booking.appointment.Doer.Kind.THERAPIST;
import static health.reprieve.booking.appointment.Stage.BOOKED;
import static health.reprieve.booking.appointment.Stage.CANCELLED;
import static health.reprieve.booking.appointment.Stage.CHECKED_IN;
import static health.reprieve.booking.appointment.Stage.COMPLETED;
import static health.reprieve.booking.appointment.Stage.FREE;
import static health.reprieve.booking.appointment.Stage.HELD;
import static health.reprieve.booking.appointment.Stage.IN_PROGRESS;
import static health.reprieve.booking.appointment.Stage.MISSED;
import static health.reprieve.booking.appointment.Stage.NEEDS_REASSIGNMENT;
import static health.reprieve.booking.appointment.Stage.REQUESTED;
import static health.reprieve.booking.appointment.StepRule.at;
import static health.reprieve.booking.appointment.StepRule.staffAnd;

import health.reprieve.booking.clinic.Room;
import health.reprieve.time.TimeRange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done with a visit, each with the one rule of where and by whom. The table in the README says the
 * same, and a test holds the two against each other.
 */
public sealed interface Step {

    StepRule rule();

    /** Why, in the words of whoever took it; for staff only. */
    default @Nullable String note() {
        return null;
    }

    /** Why, as one of a few words; null where the step says it all. */
    default @Nullable String code() {
        return null;
    }

    /** @param note why it was allowed where a rule of the clinic says no */
    record Request(@Nullable String note) implements Step {
        @Override
        public StepRule rule() {
            return StepRule.of("REQUEST", at(FREE, HELD), REQUESTED, staffAnd(PATIENT));
        }
    }

    /** @param note why it was allowed where a rule of the clinic says no */
    record Book(@Nullable String note) implements Step {
        @Override
        public StepRule rule() {
            return StepRule.of("BOOK", at(FREE, HELD), BOOKED, staffAnd(PATIENT));
        }
    }

    record Approve() implements Step {
        @Override
        public StepRule rule() {
            return StepRule.of("APPROVE", at(REQUESTED), BOOKED, staffAnd(THERAPIST));
        }
    }

    record Decline(@Nullable String note) implements Step {
        @Override
        public StepRule rule() {
            return StepRule.of("DECLINE", at(REQUESTED), CANCELLED, staffAnd(THERAPIST, HOUSE));
        }
    }

    record CheckIn() implements Step {
        @Override
        public StepRule rule() {
            return StepRule.repeatable("CHECK_IN", at(BOOKED), CHECKED_IN, staffAnd(THERAPIST));
        }
    }

    record Start() implements Step {
        @Override
        public StepRule rule() {
            return StepRule.repeatable("START", at(CHECKED_IN), IN_PROGRESS, staffAnd(THERAPIST));
        }
    }

    record Complete() implements Step {
        @Override
        public StepRule rule() {
            return StepRule.repeatable(
                    "COMPLETE", at(BOOKED, CHECKED_IN, IN_PROGRESS), COMPLETED, staffAnd(THERAPIST, HOUSE));
        }
    }

    record Miss() implements Step {
        @Override
        public StepRule rule() {
            return StepRule.repeatable("MISS", at(BOOKED), MISSED, staffAnd(THERAPIST, HOUSE));
        }
    }

    /** @param flares how often the patient has called off for a flare lately */
    record Cancel(CancelReason reason, @Nullable String note, Flares flares) implements Step {

        static final Set<Stage> FROM = at(REQUESTED, BOOKED, CHECKED_IN, NEEDS_REASSIGNMENT);

        @Override
        public StepRule rule() {
            return StepRule.repeatable("CANCEL", FROM, CANCELLED, staffAnd(PATIENT, HOUSE));
        }

        @Override
        public String code() {
            return reason.name();
        }
    }

    /**
     * Another time, therapist or room, or several of them. The house moves a visit into another room, at its time, where that
     * makes space for another visit.
     *
     * @param by null: the therapist that it has
     */
    record Move(
            TimeRange to,
            Appointment.@Nullable Treating by,
            Room into,
            @Nullable String note) implements Step {

        /** With the therapist that it has. */
        public Move(TimeRange to, Room into, @Nullable String note) {
            this(to, null, into, note);
        }

        @Override
        public StepRule rule() {
            return StepRule.of("MOVE", at(REQUESTED, BOOKED), null, staffAnd(PATIENT, HOUSE));
        }
    }

    record LoseSpace(Loss cause) implements Step {
        @Override
        public StepRule rule() {
            return StepRule.of("LOSE_SPACE", at(REQUESTED, BOOKED), NEEDS_REASSIGNMENT, Set.of(HOUSE));
        }

        @Override
        public String code() {
            return cause.name();
        }
    }

    /** Gives a visit that lost its space another therapist, room or time. */
    record Reassign(
            Appointment.Treating therapist,
            Room into,
            TimeRange to,
            @Nullable String note) implements Step {
        @Override
        public StepRule rule() {
            return StepRule.of("REASSIGN", at(NEEDS_REASSIGNMENT), BOOKED, staffAnd());
        }
    }

    /** Takes back what was noted wrongly. */
    record Correct(String note) implements Step {
        @Override
        public StepRule rule() {
            return StepRule.of(
                    "CORRECT", at(CHECKED_IN, IN_PROGRESS, COMPLETED, MISSED, CANCELLED), BOOKED, staffAnd());
        }
    }
}
