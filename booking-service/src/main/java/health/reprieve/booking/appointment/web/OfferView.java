package health.reprieve.booking.appointment.web;

import health.reprieve.booking.slot.Offer;
import java.time.Instant;
import java.util.UUID;

/**
 * A time that can be had, as the API tells it.
 *
 * @param start first minute of the treatment
 * @param end first minute after it
 */
record OfferView(UUID therapistId, Instant start, Instant end) {

    static OfferView of(Offer offer) {
        return new OfferView(
                offer.therapist().value(), offer.time().start(), offer.time().end());
    }
}
