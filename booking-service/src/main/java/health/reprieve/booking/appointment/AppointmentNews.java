package health.reprieve.booking.appointment;

import health.reprieve.outbox.News;

/** Puts what happened to a visit into the words that other services were promised. */
public interface AppointmentNews {

    News of(AppointmentEvent event);
}
