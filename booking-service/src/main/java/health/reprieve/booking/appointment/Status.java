package health.reprieve.booking.appointment;

import java.time.Instant;

/** Where a visit stands, and what is known of it there. Which way leads from one to another says {@link Step}. */
public sealed interface Status {

    Stage stage();

    /** Needs approval, and blocks its time until then. */
    record Requested() implements Status {
        @Override
        public Stage stage() {
            return Stage.REQUESTED;
        }
    }

    record Booked() implements Status {
        @Override
        public Stage stage() {
            return Stage.BOOKED;
        }
    }

    /** The patient is here. */
    record CheckedIn() implements Status {
        @Override
        public Stage stage() {
            return Stage.CHECKED_IN;
        }
    }

    record InProgress() implements Status {
        @Override
        public Stage stage() {
            return Stage.IN_PROGRESS;
        }
    }

    record Completed() implements Status {
        @Override
        public Stage stage() {
            return Stage.COMPLETED;
        }
    }

    /** The patient did not come. */
    record Missed() implements Status {
        @Override
        public Stage stage() {
            return Stage.MISSED;
        }
    }

    /** @param late whether it was called off for the patient's own sake within the treatment's window */
    record Cancelled(Instant at, Canceller by, CancelReason reason, boolean late) implements Status {
        @Override
        public Stage stage() {
            return Stage.CANCELLED;
        }
    }

    /** @param since when it was lost */
    record NeedsReassignment(Instant since, Loss cause) implements Status {
        @Override
        public Stage stage() {
            return Stage.NEEDS_REASSIGNMENT;
        }
    }
}
