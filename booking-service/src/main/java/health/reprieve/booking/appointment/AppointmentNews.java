package health.reprieve.booking.appointment;

import health.reprieve.outbox.News;
import java.util.Optional;

/** Puts what happened to a visit into the words that other services were promised. */
public interface AppointmentNews {

    /** Where news of hidden clinics goes: nobody hears it, and it is soon forgotten. */
    String HIDDEN_TOPIC = "booking-probe";

    /** Empty where nobody else needs to hear of it. */
    Optional<News> of(Deed deed);
}
