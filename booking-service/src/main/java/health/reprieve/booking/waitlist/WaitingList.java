package health.reprieve.booking.waitlist;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.clinic.ClinicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who waits, and every offer that was ever made. */
public interface WaitingList {

    /**
     * Adds somebody who has just joined, in the surrounding transaction.
     *
     * @return whether the id was new; otherwise nothing is written
     */
    Mono<Boolean> add(Waiting joined);

    /** For how many wishes a patient waits. Until the surrounding transaction ends, no other one counts the same patient's. */
    Mono<Integer> liveOf(PatientId patient);

    /** Empty when there is none of that id, or it is not the actor's to see. */
    Mono<Waiting> find(Actor actor, WaitId id);

    /** For what the house does by itself; empty when there is none of that id. */
    Mono<Waiting> find(WaitId id);

    /** The patient's wishes, latest first, at most fifty. */
    Mono<List<Waiting>> of(Actor.Patient actor);

    /**
     * Those who wait at a clinic, with or without an offer, by since when, as far as the actor may see them.
     *
     * @param after the last one of the page before; null: from the first
     */
    Mono<List<Waiting>> live(Actor actor, ClinicId clinic, @Nullable Waiting after, int most);

    /**
     * Those who wait at a clinic and for whom something may end: who have an offer, or whose last day is over.
     *
     * @param today where the clinic is
     * @param after the last one of the page before; null: from the first
     */
    Mono<List<Waiting>> ending(ClinicId clinic, LocalDate today, @Nullable Waiting after, int most);

    /**
     * Those who wait at a clinic and can be asked: they have no offer, for whichever wish, and hold no time that they are about to book
     * themselves.
     *
     * @param after the last one of the page before; null: from the first
     */
    Mono<List<Waiting>> inLine(ClinicId clinic, Instant now, int unanswered, @Nullable Waiting after, int most);

    /** How patients want to be called, for staff; none for others. */
    Mono<Map<PatientId, String>> names(Actor staff, Set<PatientId> patients);

    /** As they stand; until the surrounding transaction ends, nobody else changes them or their offers. */
    Mono<Waiting> lock(WaitId id);

    /**
     * Writes a turn of somebody who is locked.
     *
     * @throws NoLongerInLine through the Mono, when a new offer is a second one for the same patient
     */
    Mono<Void> save(Waiting.Turn turn);

    /** Empty when there is none of that id, or it is not the actor's to see. */
    Mono<OfferMade> offer(Actor actor, OfferId id);

    /** For what the house does by itself; empty when there is none of that id. */
    Mono<OfferMade> offer(OfferId id);

    /** Every offer that was made for a wish, first to last; the latest 200. */
    Mono<List<OfferMade>> offers(WaitId waiting);
}
