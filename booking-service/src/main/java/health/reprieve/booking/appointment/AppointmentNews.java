package health.reprieve.booking.appointment;

import health.reprieve.outbox.News;

/** Puts what happened to a visit into the words that other services were promised. */
public interface AppointmentNews {

    /** Where news of hidden clinics goes: nobody hears it, and it is soon forgotten. */
    String HIDDEN_TOPIC = "booking-probe";

    News of(AppointmentEvent event);
}
