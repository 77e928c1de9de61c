package health.reprieve.booking.waitlist;

import java.time.LocalDate;

/** Why something about the waiting list is not granted. Nothing was changed. */
public abstract sealed class WaitRefused extends RuntimeException {

    private WaitRefused(String message) {
        // a refusal is an answer, not a fault: nobody needs its stack
        super(message, null, false, false);
    }

    /** There is no such wish or offer, or it is somebody else's. */
    public static final class Unknown extends WaitRefused {
        public Unknown() {
            super("no such wish or offer");
        }
    }

    /** The last day comes before the first. */
    public static final class DaysOutOfOrder extends WaitRefused {
        public DaysOutOfOrder() {
            super("the last day comes before the first");
        }
    }

    /** The last day is over. */
    public static final class DaysOver extends WaitRefused {
        public DaysOver() {
            super("the last day is over");
        }
    }

    /** The last day is too far ahead. */
    public static final class DaysTooFar extends WaitRefused {

        private final transient LocalDate farthest;

        public DaysTooFar(LocalDate farthest) {
            super("the last day is too far ahead");
            this.farthest = farthest;
        }

        /** The latest that may be the last day. */
        public LocalDate farthest() {
            return farthest;
        }
    }

    /** None of the wished weekdays comes between the first day and the last. */
    public static final class DaysNeverCome extends WaitRefused {
        public DaysNeverCome() {
            super("none of the weekdays comes between the days");
        }
    }

    /** One of the therapists has no hours at the clinic. */
    public static final class TherapistUnknown extends WaitRefused {
        public TherapistUnknown() {
            super("no such therapist at the clinic");
        }
    }

    /** The patient waits for as much as may be. */
    public static final class TooManyWishes extends WaitRefused {

        private final int most;

        public TooManyWishes(int most) {
            super("the patient waits for too much");
            this.most = most;
        }

        /** Wishes that one patient may have at the same time. */
        public int most() {
            return most;
        }
    }

    /** The idempotency key was used before, for another wish. */
    public static final class KeyReused extends WaitRefused {
        public KeyReused() {
            super("the idempotency key was used for another wish");
        }
    }

    /** The offer was not answered in time. */
    public static final class OfferExpired extends WaitRefused {
        public OfferExpired() {
            super("the offer has expired");
        }
    }

    /** The patient said no to the offer before. */
    public static final class OfferDeclined extends WaitRefused {
        public OfferDeclined() {
            super("the offer was declined");
        }
    }

    /** The patient said yes to the offer before. */
    public static final class OfferAccepted extends WaitRefused {
        public OfferAccepted() {
            super("the offer was accepted");
        }
    }

    /** The offered time can be had no more, or the patient has left the list. */
    public static final class OfferWithdrawn extends WaitRefused {
        public OfferWithdrawn() {
            super("the offer was withdrawn");
        }
    }
}
