package health.reprieve.booking.appointment;

import health.reprieve.booking.metric.RefusalReason;
import health.reprieve.booking.slot.Refusal;

/** What each refusal is called among the figures. */
final class RefusalReasons {

    private RefusalReasons() {}

    static RefusalReason of(BookingRefused refused) {
        return switch (refused) {
            case BookingRefused.TimeTaken taken -> RefusalReason.TIME_TAKEN;
            case BookingRefused.NotOffered notOffered -> of(notOffered.reason());
            case BookingRefused.PatientHasVisitThen busy -> RefusalReason.PATIENT_HAS_VISIT_THEN;
            case BookingRefused.ClearanceNeeded clearance -> RefusalReason.CLEARANCE_NEEDED;
            case BookingRefused.ClinicUnknown unknown -> RefusalReason.CLINIC_UNKNOWN;
            case BookingRefused.HoldUnknown unknown -> RefusalReason.HOLD_UNKNOWN;
            case BookingRefused.HoldExpired expired -> RefusalReason.HOLD_EXPIRED;
            case BookingRefused.HoldDiffers differs -> RefusalReason.HOLD_DIFFERS;
            case BookingRefused.HoldUsedUp usedUp -> RefusalReason.HOLD_USED_UP;
            case BookingRefused.TooManyHolds many -> RefusalReason.TOO_MANY_HOLDS;
            case BookingRefused.TimesOverlap overlap -> RefusalReason.TIMES_OVERLAP;
            case BookingRefused.KeyReused reused -> RefusalReason.KEY_REUSED;
            case BookingRefused.AppointmentUnknown unknown -> RefusalReason.APPOINTMENT_UNKNOWN;
            case BookingRefused.VersionStale stale -> RefusalReason.VERSION_STALE;
            case BookingRefused.NoLongerBooked cancelled -> RefusalReason.NO_LONGER_BOOKED;
            case BookingRefused.AlreadyBegun begun -> RefusalReason.ALREADY_BEGUN;
            case BookingRefused.TreatmentUnknown unknown -> RefusalReason.TREATMENT_UNKNOWN;
            case BookingRefused.LengthNotSold length -> RefusalReason.LENGTH_NOT_SOLD;
            case BookingRefused.PatientUnknown unknown -> RefusalReason.PATIENT_UNKNOWN;
            case BookingRefused.RoomUnknown unknown -> RefusalReason.ROOM_UNKNOWN;
            case BookingRefused.NotPermitted others -> RefusalReason.NOT_PERMITTED;
            case BookingRefused.NotInThatState state -> RefusalReason.NOT_IN_THAT_STATE;
            case BookingRefused.TooEarly early -> RefusalReason.TOO_EARLY;
            case BookingRefused.ReasonNeeded reason -> RefusalReason.REASON_NEEDED;
            case BookingRefused.TooLateToCancel late -> RefusalReason.TOO_LATE_TO_CANCEL;
            case BookingRefused.TooLateToMove late -> RefusalReason.TOO_LATE_TO_MOVE;
            case BookingRefused.TooManyFlares many -> RefusalReason.TOO_MANY_FLARES;
        };
    }

    private static RefusalReason of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownTherapist unknown -> RefusalReason.UNKNOWN_THERAPIST;
            case Refusal.OffGrid offGrid -> RefusalReason.OFF_GRID;
            case Refusal.TooSoon soon -> RefusalReason.TOO_SOON;
            case Refusal.TooFar far -> RefusalReason.TOO_FAR;
            case Refusal.OutsideHours outside -> RefusalReason.OUTSIDE_HOURS;
            case Refusal.NoRightToPractise right -> RefusalReason.NO_RIGHT_TO_PRACTISE;
            case Refusal.TherapistBusy busy -> RefusalReason.THERAPIST_BUSY;
            case Refusal.PatientBusy busy -> RefusalReason.PATIENT_BUSY;
            case Refusal.LengthNotOffered length -> RefusalReason.LENGTH_NOT_OFFERED;
            case Refusal.ClinicClosed closed -> RefusalReason.CLINIC_CLOSED;
            case Refusal.OutsideOpening outside -> RefusalReason.OUTSIDE_OPENING;
            case Refusal.TimeOff off -> RefusalReason.TIME_OFF;
            case Refusal.CalendarUnknown unknown -> RefusalReason.CALENDAR_UNKNOWN;
            case Refusal.BusyElsewhere elsewhere -> RefusalReason.BUSY_ELSEWHERE;
            case Refusal.LimitReached limit -> RefusalReason.LIMIT_REACHED;
            case Refusal.BlackedOut blackout -> RefusalReason.BLACKED_OUT;
            case Refusal.TooMuchPressure pressure -> RefusalReason.TOO_MUCH_PRESSURE;
            case Refusal.TooCloseTogether close -> RefusalReason.TOO_CLOSE_TOGETHER;
            case Refusal.NoRoom full -> RefusalReason.NO_ROOM;
        };
    }
}
