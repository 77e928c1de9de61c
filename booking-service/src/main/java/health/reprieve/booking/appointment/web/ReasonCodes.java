package health.reprieve.booking.appointment.web;

import health.reprieve.booking.appointment.MatchReason;
import health.reprieve.booking.slot.Refusal;

/** What the API calls each reason. Clients rely on these words, so they stay when a class gets another name. */
final class ReasonCodes {

    private ReasonCodes() {}

    static String of(MatchReason reason) {
        return switch (reason) {
            case MatchReason.LicenceVerified licence -> "licence-verified";
            case MatchReason.FitsCondition fits -> "fits-condition";
            case MatchReason.FullLength length -> "full-length";
            case MatchReason.Speaks speaks -> "speaks-languages";
        };
    }

    static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownTherapist unknown -> "unknown-therapist";
            case Refusal.OffGrid offGrid -> "off-grid";
            case Refusal.TooSoon soon -> "too-soon";
            case Refusal.TooFar far -> "too-far";
            case Refusal.OutsideHours outside -> "outside-hours";
            case Refusal.NoRightToPractise right -> "no-right-to-practise";
            case Refusal.TherapistBusy busy -> "therapist-busy";
            case Refusal.NoRoom full -> "no-room";
            case Refusal.PatientBusy patient -> "patient-busy";
        };
    }
}
