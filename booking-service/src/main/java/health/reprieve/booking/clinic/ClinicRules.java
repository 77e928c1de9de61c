package health.reprieve.booking.clinic;

import reactor.core.publisher.Mono;

/** The rules that clinics set themselves. A clinic that never stated any has them at version 1. */
public interface ClinicRules {

    Mono<Versioned<OpeningHours>> opening(ClinicId clinic);

    Mono<Versioned<ClinicPolicy>> policy(ClinicId clinic);

    /**
     * States the opening hours anew.
     *
     * @param version that was read
     * @throws ClinicRefused.VersionStale through the Mono, when somebody replaced them since
     */
    Mono<Versioned<OpeningHours>> replace(ClinicId clinic, OpeningHours hours, long version);

    /**
     * States the policy anew.
     *
     * @param version that was read
     * @throws ClinicRefused.VersionStale through the Mono, when somebody replaced it since
     */
    Mono<Versioned<ClinicPolicy>> replace(ClinicId clinic, ClinicPolicy policy, long version);
}
