package health.reprieve.booking.waitlist;

import health.reprieve.booking.clinic.ClinicId;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which instance looks after the waiting people of which clinic. It keeps rounds fair; what is written is right without it. */
public interface ClinicClaims {

    /** A clinic that is this caller's for a minute, or until it is given back. */
    record Claim(ClinicId clinic, UUID lease) {}

    /** Clinics where somebody waits, longest not looked at first; at most 200. */
    Mono<List<ClinicId>> due();

    /** Empty when another instance is at it. */
    Mono<Claim> claim(ClinicId clinic);

    /** Gives the clinic back, if nobody has claimed it since. */
    Mono<Void> release(Claim claim);
}
