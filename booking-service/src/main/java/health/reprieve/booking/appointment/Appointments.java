package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.outbox.News;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The visits. Each question names who asks, and finds only what is theirs to see. */
public interface Appointments {

    /** Empty when there is none of that id, or it is not the actor's to see. */
    Mono<Appointment> find(Actor actor, AppointmentId id);

    /**
     * The actor's visits, latest first.
     *
     * @param after the last one of the page before; null: from the latest
     */
    Mono<List<Appointment>> of(Actor actor, @Nullable Appointment after, int most);

    /** Writes key, reservation, visit and news in one piece, or nothing of them. */
    Mono<Booking> book(NewAppointment booking);

    /** What a key was used for; empty when it was never used. */
    Mono<KeyUse> useOf(RequestKey key);

    /**
     * Writes what happened to a visit, its time freed or moved, if nobody changed it since it was read. When the race for the new
     * time is lost, the Mono fails and the surrounding transaction rolls back.
     *
     * @param moved the space it has now; null: it has none any more
     * @throws BookingRefused.VersionStale through the Mono, when somebody changed it
     */
    Mono<Void> save(AppointmentEvent event, @Nullable Space moved);

    /**
     * A visit about to be written.
     *
     * @param browser whose hold, if it has one, ends with the booking, whichever time it was for
     */
    record NewAppointment(Appointment appointment, Space space, RequestKey key, BrowserId browser, News news) {}

    /** What an earlier request under a key asked, and what it made. */
    record KeyUse(String requestHash, AppointmentId appointment) {}

    /** How an attempt to write a visit ended. */
    enum Booking {
        WON,
        /** The time was lost; nothing was written. */
        LOST,
        /** The key had been used; nothing was written. */
        KEY_USED
    }
}
