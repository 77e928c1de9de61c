package health.reprieve.booking.clinic;

import java.util.List;
import reactor.core.publisher.Mono;

/** All clinics; what they are is public, so no actor is asked for. */
public interface Clinics {

    /** Those for people, in order of name, at most 200. */
    Mono<List<Clinic>> all();

    /** Empty when there is none of that id. */
    Mono<Clinic> find(ClinicId id);

    /** Whether people are treated in the room; empty when there is none of that id. */
    Mono<Boolean> isInUse(RoomId room);

    /** Takes a room out of use, or back, and has its visits examined again; false when the clinic has no such room. */
    Mono<Boolean> use(ClinicId clinic, RoomId room, boolean inUse);

    /** Adds the clinic with its rooms, or changes it to what is given. */
    Mono<Void> save(Clinic clinic);
}
