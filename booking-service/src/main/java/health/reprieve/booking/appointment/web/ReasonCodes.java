package health.reprieve.booking.appointment.web;

import health.reprieve.booking.appointment.MatchReason;

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
}
