package health.reprieve.booking.appointment;

import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Refusal;
import java.time.Duration;
import java.time.Instant;
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

    /** The step is not theirs to take. */
    public static final class NotPermitted extends BookingRefused {
        public NotPermitted() {
            super("the step is another's to take");
        }
    }

    /** No such step leads away from where the visit stands. */
    public static final class NotInThatState extends BookingRefused {

        private final Stage stage;

        public NotInThatState(Stage stage) {
            super("the step does not lead away from " + stage);
            this.stage = stage;
        }

        /** Where the visit stands, as far as whoever asked should know. */
        public Stage stage() {
            return stage;
        }
    }

    /** What happens on the day of the visit is noted before it can have happened. */
    public static final class TooEarly extends BookingRefused {

        private final Instant earliest;

        public TooEarly(Instant earliest) {
            super("it cannot have happened yet");
            this.earliest = earliest;
        }

        public Instant earliest() {
            return earliest;
        }
    }

    /** Staff may do it, but must say why. */
    public static final class ReasonNeeded extends BookingRefused {
        public ReasonNeeded() {
            super("a reason is needed");
        }
    }

    /** Patients can do it no more by themselves: they must call the clinic. */
    public abstract static sealed class CallNeeded extends BookingRefused {

        private final String phone;

        private CallNeeded(String message, Clinic clinic) {
            super(message);
            this.phone = clinic.phone();
        }

        /** Where to call. */
        public String phone() {
            return phone;
        }
    }

    /** Too close to the start for a cancellation, unless it is for a flare. */
    public static final class TooLateToCancel extends CallNeeded {

        private final Duration window;

        public TooLateToCancel(Duration window, Clinic clinic) {
            super("too late to cancel", clinic);
            this.window = window;
        }

        /** How long before the start it was still possible. */
        public Duration window() {
            return window;
        }
    }

    /** The old or the new start is too close. */
    public static final class TooLateToMove extends CallNeeded {

        private final Duration window;

        public TooLateToMove(Duration window, Clinic clinic) {
            super("too late to move", clinic);
            this.window = window;
        }

        /** How long before both starts it is possible. */
        public Duration window() {
            return window;
        }
    }

    /** The patient has called off for a flare as often as the rule allows. */
    public static final class TooManyFlares extends CallNeeded {
        public TooManyFlares(Clinic clinic) {
            super("too many cancellations for a flare", clinic);
        }
    }

    /** The clinic sells no such treatment. */
    public static final class TreatmentUnknown extends BookingRefused {
        public TreatmentUnknown() {
            super("no such treatment");
        }
    }

    /** The treatment is not given for that long. */
    public static final class LengthNotSold extends BookingRefused {

        private final List<Duration> lengths;

        public LengthNotSold(List<Duration> lengths) {
            super("the treatment is not given for that long");
            this.lengths = List.copyOf(lengths);
        }

        /** How long it may be. */
        public List<Duration> lengths() {
            return lengths;
        }
    }

    /** Nobody of that id was ever here. */
    public static final class PatientUnknown extends BookingRefused {
        public PatientUnknown() {
            super("no such patient");
        }
    }

    /** The clinic has no such room. */
    public static final class RoomUnknown extends BookingRefused {
        public RoomUnknown() {
            super("no such room");
        }
    }
}
