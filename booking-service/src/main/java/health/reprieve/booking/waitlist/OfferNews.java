package health.reprieve.booking.waitlist;

import health.reprieve.access.PatientId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.outbox.News;

/** Puts an offer into the words that other services were promised. */
public interface OfferNews {

    News made(OfferMade offer, PatientId patient, Clinic clinic);
}
