package health.reprieve.booking.waitlist;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.KeptTimes;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.booking.slot.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where people answer what they are offered. */
@Service
public class OfferDesk {

    private final WaitingList list;
    private final OfferEndings endings;
    private final KeptTimes times;
    private final Openings openings;
    private final Patients patients;
    private final Doses doses;
    private final Clock clock;

    OfferDesk(
            WaitingList list,
            OfferEndings endings,
            KeptTimes times,
            Openings openings,
            Patients patients,
            Doses doses,
            Clock clock) {
        this.list = list;
        this.endings = endings;
        this.times = times;
        this.openings = openings;
        this.patients = patients;
        this.doses = doses;
        this.clock = clock;
    }

    /** An offer, for which wish it was made, and where. */
    public record Asked(OfferMade offer, Waiting waiting, Clinic clinic) {}

    /** @throws WaitRefused.Unknown through the Mono, also when it is somebody else's */
    public Mono<Asked> find(Actor.Patient actor, OfferId id) {
        return list.offer(actor, id)
                .switchIfEmpty(Mono.error(WaitRefused.Unknown::new))
                .flatMap(offer -> list.find(offer.waiting())
                        .flatMap(waiting -> openings.clinic(waiting.wish().clinic())
                                .map(clinic -> new Asked(offer, waiting, clinic))));
    }

    /**
     * Books the offered time: the visit, its reservation and news, and the end of the waiting, or nothing. Accepted again, it
     * has no further effect, and the same answer.
     *
     * @throws WaitRefused through the Mono
     * @throws BookingRefused through the Mono, when the patient has another visit then or too near to it; the offer stays open
     */
    public Mono<Asked> accept(Actor.Patient actor, OfferId id) {
        var now = clock.instant();
        return find(actor, id)
                .flatMap(asked -> book(actor, asked, now)
                        .onErrorResume(BookingRefused.class, refusal -> lose(asked, refusal, now)))
                .onErrorResume(WaitRefused.OfferAccepted.class, earlier -> Mono.empty())
                .then(Mono.defer(() -> find(actor, id)));
    }

    /**
     * Gives the offered time to the next one; the patient stays on the list. Declined again, it has no further effect, and the
     * same answer.
     *
     * @throws WaitRefused through the Mono
     */
    public Mono<Asked> decline(Actor.Patient actor, OfferId id) {
        var now = clock.instant();
        return find(actor, id)
                .flatMap(asked -> endings.end(
                        asked.waiting, locked -> open(asked, now).map(offer -> locked.declined(offer, now))))
                .onErrorResume(WaitRefused.OfferDeclined.class, earlier -> Mono.empty())
                .then(Mono.defer(() -> find(actor, id)));
    }

    private Mono<Appointment> book(Actor.Patient actor, Asked asked, Instant now) {
        asked.offer.requireAnswerable(now);
        return Mono.zip(patient(actor), kept(asked))
                .flatMap(known -> times.book(
                        actor,
                        known.getT1(),
                        known.getT2(),
                        booking -> list.lock(asked.waiting.id())
                                .zipWhen(locked -> open(asked, now))
                                .flatMap(both -> booking.delayUntil(
                                        visit -> list.save(both.getT1().accepted(both.getT2(), visit.id(), now))
                                                .then(doses.fill(actor, visit))))));
    }

    /** What is for a course keeps the distance of its visits. */
    private Mono<KeptTimes.Kept> kept(Asked asked) {
        return doses.below(List.of(asked.waiting))
                .map(below -> below.getOrDefault(asked.waiting.id(), Doses.Shortfall.NONE))
                .map(shortfall -> asked.offer.kept(asked.waiting, shortfall.apart()));
    }

    /** The offer as it stands while the surrounding transaction keeps others from changing it. */
    private Mono<OfferMade> open(Asked asked, Instant now) {
        return list.offer(asked.offer.id()).doOnNext(offer -> offer.requireAnswerable(now));
    }

    /** They gave name and language when they joined; the address is the one that they have just proved. */
    private Mono<Patient> patient(Actor.Patient actor) {
        return patients.find(actor)
                .map(known -> new Patient(known.id(), known.name(), actor.email(), known.language(), known.zone()));
    }

    /** A time that cannot be had, though it was kept, is offered no more. */
    private Mono<Appointment> lose(Asked asked, BookingRefused refusal, Instant now) {
        if (!isLost(refusal)) {
            return Mono.defer(() -> open(asked, now)).then(Mono.error(refusal));
        }
        return endings.end(asked.waiting, locked -> open(asked, now).map(offer -> locked.withdrawn(offer, now)))
                .then(Mono.error(WaitRefused.OfferWithdrawn::new));
    }

    /** What the patient can settle is not: they may give up another visit for this one. */
    private static boolean isLost(BookingRefused refusal) {
        return refusal instanceof BookingRefused.TimeTaken
                || refusal instanceof BookingRefused.TreatmentUnknown
                || refusal instanceof BookingRefused.LengthNotSold
                || (refusal instanceof BookingRefused.NotOffered none
                        && none.reason().rule() != Rule.SPACING);
    }
}
