package health.reprieve.booking.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Why a therapist suits, in the order in which the reasons are told. */
public sealed interface MatchReason {

    /** @param verifiedAt when the licence for the clinic's state was last checked at the board */
    record LicenceVerified(String state, Instant verifiedAt) implements MatchReason {}

    /** The therapist works in ways that fit what hurts. */
    record FitsCondition() implements MatchReason {}

    /** @param length at least what was studied, or is usual, for what hurts */
    record FullLength(Duration length) implements MatchReason {}

    /** @param languages ISO 639-1 */
    record Speaks(List<String> languages) implements MatchReason {}
}
