package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.RoomId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where rooms are taken out of use, and back. */
@Service
public class RoomDesk {

    private final Clinics clinics;

    RoomDesk(Clinics clinics) {
        this.clinics = clinics;
    }

    /**
     * Says whether a room is in use. One that is not is offered no more, and its visits need reassignment within seconds; taking
     * it back gives them nothing back by itself.
     *
     * @throws BookingRefused.NotPermitted through the Mono
     * @throws BookingRefused.RoomUnknown through the Mono, also when it is another clinic's
     */
    public Mono<Void> use(Actor actor, ClinicId clinic, RoomId room, boolean inUse) {
        return actor instanceof Actor.FrontDesk || actor instanceof Actor.Manager
                ? clinics.use(clinic, room, inUse)
                        .filter(known -> known)
                        .switchIfEmpty(Mono.error(BookingRefused.RoomUnknown::new))
                        .then()
                : Mono.error(new BookingRefused.NotPermitted());
    }
}
