package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Refusal;
import java.util.List;

/** Why a wish about a time or a visit is not granted. Nothing was changed. */
public abstract sealed class BookingRefused extends RuntimeException {

    private BookingRefused(String message) {
        // a refusal is an answer, not a fault: nobody needs its stack
        super(message, null, false, false);
    }

    /** Somebody else has the time, or the room for it. */
    public static final class TimeTaken extends BookingRefused {

        private final List<Offer> nearest;

        public TimeTaken(List<Offer> nearest) {
            super("the time was taken");
            this.nearest = List.copyOf(nearest);
        }

        /** The nearest times that can be had instead, nearest first. */
        public List<Offer> nearest() {
            return nearest;
        }
    }

    /** The time is none that the clinic offers. */
    public static final class NotOffered extends BookingRefused {

        private final Refusal reason;

        public NotOffered(Refusal reason) {
            super("the time is not offered");
            this.reason = reason;
        }

        public Refusal reason() {
            return reason;
        }
    }

    /** The patient has another visit at that time. */
    public static final class PatientHasVisitThen extends BookingRefused {
        public PatientHasVisitThen() {
            super("the patient has another visit then");
        }
    }

    /** What hurts needs a doctor's clearance before the first visit. */
    public static final class ClearanceNeeded extends BookingRefused {
        public ClearanceNeeded() {
            super("a doctor's clearance is needed");
        }
    }

    public static final class ClinicUnknown extends BookingRefused {
        public ClinicUnknown() {
            super("no such clinic");
        }
    }

    /** There is no such hold, or it is another browser's. */
    public static final class HoldUnknown extends BookingRefused {
        public HoldUnknown() {
            super("no such hold");
        }
    }

    public static final class HoldExpired extends BookingRefused {
        public HoldExpired() {
            super("the hold has expired");
        }
    }

    /** The hold is for another time, therapist, clinic or length than the one to be booked. */
    public static final class HoldDiffers extends BookingRefused {
        public HoldDiffers() {
            super("the hold is for something else");
        }
    }

    /** The hold was made longer as often as may be; it lasts until it expires. */
    public static final class HoldUsedUp extends BookingRefused {
        public HoldUsedUp() {
            super("the hold cannot be made longer again");
        }
    }

    /** The patient holds times in as many browsers as may be. */
    public static final class TooManyHolds extends BookingRefused {

        private final int most;

        public TooManyHolds(int most) {
            super("the patient has too many holds");
            this.most = most;
        }

        /** Holds that one patient may have. */
        public int most() {
            return most;
        }
    }

    /** Two of the times that are wanted together are at the same time. */
    public static final class TimesOverlap extends BookingRefused {
        public TimesOverlap() {
            super("two of the times overlap");
        }
    }

    /** The idempotency key was used before, for another request. */
    public static final class KeyReused extends BookingRefused {
        public KeyReused() {
            super("the idempotency key was used for another request");
        }
    }

    /** There is no such visit, or it is somebody else's. */
    public static final class AppointmentUnknown extends BookingRefused {
        public AppointmentUnknown() {
            super("no such appointment");
        }
    }

    /** The visit was changed since it was looked at. */
    public static final class VersionStale extends BookingRefused {

        private final long current;

        public VersionStale(long current) {
            super("the appointment was changed meanwhile");
            this.current = current;
        }

        public long current() {
            return current;
        }
    }

    /** The visit was called off. */
    public static final class NoLongerBooked extends BookingRefused {
        public NoLongerBooked() {
            super("the appointment was called off");
        }
    }

    /** The visit has begun or is over. */
    public static final class AlreadyBegun extends BookingRefused {
        public AlreadyBegun() {
            super("the appointment has begun");
        }
    }
}
