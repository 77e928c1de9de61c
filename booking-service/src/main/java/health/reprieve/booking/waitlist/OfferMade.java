package health.reprieve.booking.waitlist;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.KeptTimes;
import health.reprieve.booking.slot.Offer;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that was offered to somebody, and what became of it. It is kept for good.
 *
 * @param time of the treatment
 * @param expiresAt from when on it is somebody else's turn
 */
public record OfferMade(
        OfferId id,
        WaitId waiting,
        TherapistId therapist,
        TimeRange time,
        Instant madeAt,
        Instant expiresAt,
        Outcome outcome) {

    /** What became of an offer. */
    public sealed interface Outcome {

        /** The time is held, and the patient may answer. */
        record Open() implements Outcome {}

        record Accepted(Instant at, AppointmentId visit) implements Outcome {}

        record Declined(Instant at) implements Outcome {}

        /** Nobody answered in time. */
        record Expired(Instant at) implements Outcome {}

        /** The time was lost, or the patient has left the list. */
        record Withdrawn(Instant at) implements Outcome {}
    }

    /** Somebody is asked whether they want a free time. */
    static OfferMade open(Waiting waiting, Offer free, Instant now, Instant until) {
        return new OfferMade(
                OfferId.random(), waiting.id(), free.therapist(), free.time(), now, until, new Outcome.Open());
    }

    public boolean isOpen() {
        return outcome instanceof Outcome.Open;
    }

    /** Whether an answer comes too late, noted or not. */
    public boolean isOverdue(Instant now) {
        return isOpen() && !now.isBefore(expiresAt);
    }

    /** @throws WaitRefused when it can be accepted no more */
    void requireAnswerable(Instant now) {
        switch (outcome) {
            case Outcome.Open open -> {
                if (isOverdue(now)) {
                    throw new WaitRefused.OfferExpired();
                }
            }
            case Outcome.Accepted accepted -> throw new WaitRefused.OfferAccepted();
            case Outcome.Declined declined -> throw new WaitRefused.OfferDeclined();
            case Outcome.Expired expired -> throw new WaitRefused.OfferExpired();
            case Outcome.Withdrawn withdrawn -> throw new WaitRefused.OfferWithdrawn();
        }
    }

    /**
     * The time as the house keeps it for the patient.
     *
     * @param apart elapsed time that the visit keeps from the patient's others; null: any
     */
    KeptTimes.Kept kept(Waiting of, @Nullable Duration apart) {
        return new KeptTimes.Kept(of.wish().at(therapist, time.start(), apart), of.patient(), id.holder());
    }

    OfferMade with(Outcome end) {
        return new OfferMade(id, waiting, therapist, time, madeAt, expiresAt, end);
    }
}
