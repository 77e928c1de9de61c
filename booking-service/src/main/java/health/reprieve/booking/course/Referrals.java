package health.reprieve.booking.course;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Doctors' orders. */
public interface Referrals {

    /** Empty when there is none of that id, or it is not the actor's to see. */
    Mono<Referral> find(Actor actor, ReferralId id);

    /** One that the house itself asks about; nobody else uses it until the surrounding transaction ends. */
    Mono<Referral> lock(ReferralId id);

    /** A patient's referrals as far as the actor may see them, latest first; at most 50. */
    Mono<List<Referral>> of(Actor actor, PatientId patient);

    /**
     * Records a referral.
     *
     * @return whether it is new; otherwise nothing is written
     */
    Mono<Boolean> add(Referral referral, AccountId by, Instant now);
}
