package health.reprieve.booking.waitlist.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.waitlist.OfferMade;
import health.reprieve.booking.waitlist.OfferMade.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that was offered to somebody who waits.
 *
 * @param waitingId the wish that it was to fulfil
 * @param start first minute of the treatment
 * @param end first minute after it
 * @param madeAt since when it can be answered
 * @param expiresAt from when on it is somebody else's turn
 * @param outcome where it stands
 * @param endedAt when it was answered, ran out or was withdrawn; left out while it is open
 * @param appointmentId the visit that it has become; left out unless it was accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitOfferView(
        UUID id,
        UUID waitingId,
        UUID therapistId,
        Instant start,
        Instant end,
        Instant madeAt,
        Instant expiresAt,
        WaitOutcome outcome,
        @Nullable Instant endedAt,
        @Nullable UUID appointmentId) {

    /** Where an offer stands. */
    enum WaitOutcome {
        /** The time is kept, and the patient may answer. */
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        /** The time was lost, or the patient has left the list. */
        WITHDRAWN
    }

    private record Ended(
            WaitOutcome outcome,
            @Nullable Instant at,
            @Nullable AppointmentId visit) {}

    static WaitOfferView of(OfferMade offer, Instant now) {
        var ended = ended(offer, now);
        var visit = ended.visit;
        return new WaitOfferView(
                offer.id().value(),
                offer.waiting().value(),
                offer.therapist().value(),
                offer.time().start(),
                offer.time().end(),
                offer.madeAt(),
                offer.expiresAt(),
                ended.outcome,
                ended.at,
                visit == null ? null : visit.value());
    }

    private static Ended ended(OfferMade offer, Instant now) {
        return switch (offer.outcome()) {
            // that it has run out is true before anybody has noted it
            case Outcome.Open open when offer.isOverdue(now) -> new Ended(WaitOutcome.EXPIRED, offer.expiresAt(), null);
            case Outcome.Open open -> new Ended(WaitOutcome.OPEN, null, null);
            case Outcome.Accepted accepted -> new Ended(WaitOutcome.ACCEPTED, accepted.at(), accepted.visit());
            case Outcome.Declined declined -> new Ended(WaitOutcome.DECLINED, declined.at(), null);
            case Outcome.Expired expired -> new Ended(WaitOutcome.EXPIRED, expired.at(), null);
            case Outcome.Withdrawn withdrawn -> new Ended(WaitOutcome.WITHDRAWN, withdrawn.at(), null);
        };
    }
}
