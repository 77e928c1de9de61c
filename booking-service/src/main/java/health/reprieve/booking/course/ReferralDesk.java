package health.reprieve.booking.course;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.BookingRefused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where staff record doctors' orders, and where they are looked up. */
@Service
public class ReferralDesk {

    private final Referrals referrals;
    private final Clock clock;

    ReferralDesk(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    /**
     * Records a referral. Recording the same again changes nothing.
     *
     * @throws CourseRefused.ReferralDiffers through the Mono, when the id stands for another one
     * @throws BookingRefused.PatientUnknown through the Mono
     */
    public Mono<Referral> record(Actor actor, AccountId by, Referral referral) {
        return referrals
                .add(referral, by, clock.instant())
                .then(Mono.defer(() -> referrals.find(actor, referral.id())))
                .switchIfEmpty(Mono.error(BookingRefused.PatientUnknown::new))
                .doOnNext(found -> {
                    if (!found.isLike(referral)) {
                        throw new CourseRefused.ReferralDiffers();
                    }
                });
    }

    /** A patient's referrals as far as the actor may see them, latest first; at most 50. */
    public Mono<List<Referral>> of(Actor actor, PatientId patient) {
        return referrals.of(actor, patient);
    }
}
