package health.reprieve.booking.patient;

import health.reprieve.outbox.News;
import java.time.Instant;

/** Puts a patient's contact data into the words that other services were promised. */
public interface ContactNews {

    /** @param version of the contact data, rising with every change */
    News changed(Patient patient, long version, Instant at);
}
